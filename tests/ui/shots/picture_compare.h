#pragma once

#include <QImage>
#include <QRect>
#include <QString>

namespace cargo::shots {

// How two pictures of the same page differ. Both are shrunk to half their size and looked at in blocks of 8 × 8 of those
// pixels, so that the edges of letters, which every machine draws a little differently, do not count.
struct Difference
{
    double mean = 0;      // of the colours of the blocks, 0…1
    double structure = 1; // similarity of what is light and dark where, 1: the same
    double worst = 0;     // of the block that differs most, 0…1
    QRect where;          // that block, in pixels of the pictures
    bool sizes = false;   // the pictures are not equally large: a control grew or went away
    QString text() const; // for people
    bool same() const;    // within what fonts may do
};
Difference compare(const QImage &kept, const QImage &now);

// How a reference is kept: half the size, few shades, so that it is small.
QImage keepable(const QImage &picture);

} // namespace cargo::shots
