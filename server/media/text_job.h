#pragma once

#include "server/core/runtime.h"
#include "server/media/text_events.h"
#include "server/providers/files/file_provider.h"
#include "server/providers/photo_text/photo_text_provider.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace cargo::media {

// Reads the photos that wait in photo_readings, one at a time on a thread of its own that gives way to everything else, and tells
// where a contact was found. Whoever is killed meanwhile leaves the photo to the next one; a photo that ends the reader three
// times, takes too long or cannot be read counts as clean. Lives on the jobs thread.
class TextJob : public QObject
{
    Q_OBJECT
public:
    // What was read in a photo.
    struct Found
    {
        QByteArray state; // clean, contact
        QByteArray reason;
        int attempts = 1;
    };
    // Both providers are for the whole server.
    TextJob(Runtime &runtime, files::FileProvider &files, photo_text::PhotoTextProvider &reader);
    ~TextJob() override;
    void start();

private:
    struct Waiting
    {
        MediaId media;
        QByteArray subjectKind;
        Uuid subject;
        int tries = 0;
        QByteArray sha256;
        QByteArray state;
        QByteArray reason;
    };
    void look();
    QCoro::Task<void> run();
    // False: nothing waits.
    QCoro::Task<Result<bool>> readNext();
    QCoro::Task<Result<std::optional<Waiting>>> take(CallContextPtr context);
    QCoro::Task<Outcome> keep(CallContextPtr context, Waiting waiting, Found found);
    CallContextPtr newCall() const;

    Runtime &m_runtime;
    files::FileProvider &m_files;
    photo_text::PhotoTextProvider &m_reader;
    const std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    CpuPool m_thread{1};
    QTimer m_poll;
    bool m_running = false;
};

} // namespace cargo::media
