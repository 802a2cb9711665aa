#pragma once

#include <QByteArrayList>
#include <QImage>
#include <QObject>
#include <QTemporaryDir>
#include <QUrl>
#include <QtQml/qqmlengine.h>

namespace cargo::camera {

// Says of what the camera sees, and then of the photo, what it may lack: by the server's own arithmetic, beside the thread of
// the screen. The photo lies in a folder of its own that only this user can read, and goes with it.
class ShotJudge : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    // Print must be readable on it, so that size and glare count too. The sky over a car is always burnt out.
    Q_PROPERTY(bool detailed MEMBER m_detailed NOTIFY detailedChanged FINAL)
    Q_PROPERTY(bool looking READ looking NOTIFY looked FINAL) // at a picture of the preview
    Q_PROPERTY(bool known READ known NOTIFY looked FINAL)     // one was looked at
    Q_PROPERTY(QString hint READ hint NOTIFY looked FINAL)    // what to do about the last one; empty: it is good
    Q_PROPERTY(QUrl photo READ photo NOTIFY judged FINAL)
    Q_PROPERTY(bool judging READ judging NOTIFY judged FINAL) // the photo
    Q_PROPERTY(bool readable READ readable NOTIFY judged FINAL)
    Q_PROPERTY(QStringList faults READ faults NOTIFY judged FINAL) // of the photo, in words

public:
    using QObject::QObject;
    bool looking() const { return m_looking; }
    bool known() const { return m_known; }
    QString hint() const;
    bool judging() const { return m_judging; }
    bool readable() const { return m_readable; }
    QStringList faults() const;
    Q_INVOKABLE void look(const QImage &frame); // does nothing while it looks at the one before
    Q_INVOKABLE QString newFile();              // path for the next photo; the one before is removed
    Q_INVOKABLE void judge();                   // what lies there now
    QUrl photo() const { return QUrl::fromLocalFile(m_file); }

Q_SIGNALS:
    void detailedChanged();
    void looked();
    void judged();

private:
    QByteArrayList relevant(QByteArrayList warnings, bool preview) const;
    QTemporaryDir m_folder;
    QString m_file;
    QByteArrayList m_seen;
    QByteArrayList m_faults;
    int m_count = 0;
    bool m_detailed = false;
    bool m_looking = false;
    bool m_known = false;
    bool m_judging = false;
    bool m_readable = false;
};

} // namespace cargo::camera
