#pragma once

#include "shared/api/json_reader.h"

namespace cargo::api {

// Words in both languages of the apps: {"ru": …, "en": …}.
struct BothLanguages
{
    QString ru;
    QString en;

    bool operator==(const BothLanguages &) const = default;
};

// POST admin/knowledge: a page with nothing in it yet. What it is called in links never changes.
struct NewPageDto
{
    QString slug;
    QString kind;     // article | agreement
    QString audience; // buyer | driver | all

    static Parsed<NewPageDto> parse(QByteArrayView body);
};

// PUT admin/knowledge/{slug}/draft: half a text is kept too; whether it is whole is asked when it is published.
struct PageTextDto
{
    BothLanguages title;
    BothLanguages body;

    bool operator==(const PageTextDto &) const = default;
    static Parsed<PageTextDto> parse(QByteArrayView body);
};

// POST admin/knowledge/{slug}/publish: the draft as it was seen, or an older version once more.
struct PublishDto
{
    std::optional<qint64> revision; // of the draft
    std::optional<qint64> version;  // exactly one of the two
    BothLanguages changes;          // what is new, as readers are told

    static Parsed<PublishDto> parse(QByteArrayView body);
};

// POST me/agreements/{slug}: the version that was read.
struct SignDto
{
    qint64 version = 0;

    static Parsed<SignDto> parse(QByteArrayView body);
};

} // namespace cargo::api
