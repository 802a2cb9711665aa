#pragma once

#include "shared/api/json_reader.h"

namespace cargo::api {

// POST admin/notes?subject_kind=&subject_id=.
struct NoteDto
{
    QString text;
    std::vector<UserId> mentions; // colleagues, at most 20

    static Parsed<NoteDto> parse(QByteArrayView body);
};

// POST and PUT admin/macros: an answer that staff give often. {name} in the text is filled in by the console.
struct MacroDto
{
    QString title;
    QString textRu;
    QString textEn;
    QStringList variables; // names that the text uses: a…z and _

    static Parsed<MacroDto> parse(QByteArrayView body);
};

// PUT admin/views: how somebody of the staff looks at queues, by names of his own.
struct ViewsDto
{
    QByteArray items; // JSON array, checked

    static Parsed<ViewsDto> parse(QByteArrayView body);
};

// What a note may be about.
bool isNoteSubject(QStringView kind);

} // namespace cargo::api
