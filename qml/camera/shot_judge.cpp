#include "qml/camera/shot_judge.h"

#include "qml/camera/photo_words.h"
#include "qml/client/photo_file.h"
#include "shared/pictures/photo_quality.h"

#include <QFile>
#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace cargo::camera {

namespace {

// Runs `work` on the pool; what it returns comes to whoever waits for the future.
template <typename Work>
auto beside(Work work) -> QFuture<decltype(work())>
{
    auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

struct Verdict
{
    bool readable = false;
    QByteArrayList warnings;
};

// Of what would be sent, not of what the camera wrote.
Verdict verdictOn(const QString &path)
{
    const QImage photo = QImage::fromData(client::preparePhoto(path));
    return photo.isNull() ? Verdict{} : Verdict{true, pictures::photoWarnings(photo)};
}

} // namespace

QByteArrayList ShotJudge::relevant(QByteArrayList warnings, bool preview) const
{
    if (preview || !m_detailed)
        warnings.removeAll("small"); // the preview is small, the photo is not
    if (!m_detailed)
        warnings.removeAll("glare");
    return warnings;
}

void ShotJudge::look(const QImage &frame)
{
    if (m_looking || frame.isNull())
        return;
    m_looking = true;
    beside([frame] { return pictures::photoWarnings(frame); }).then(this, [this](const QByteArrayList &warnings) {
        m_looking = false;
        m_known = true;
        m_seen = relevant(warnings, true);
        Q_EMIT looked();
    });
    Q_EMIT looked();
}

QString ShotJudge::hint() const { return previewHint(m_seen); }

QString ShotJudge::newFile()
{
    QFile::remove(m_file);
    m_file = m_folder.filePath(QStringLiteral("photo%1.jpg").arg(++m_count));
    return m_file;
}

void ShotJudge::judge()
{
    const QString path = m_file;
    m_judging = true;
    m_readable = false;
    m_faults.clear();
    beside([path] { return verdictOn(path); }).then(this, [this, path](const Verdict &verdict) {
        if (path != m_file)
            return; // another one was taken meanwhile
        m_judging = false;
        m_readable = verdict.readable;
        m_faults = relevant(verdict.warnings, false);
        Q_EMIT judged();
    });
    Q_EMIT judged();
}

QStringList ShotJudge::faults() const
{
    QStringList texts;
    for (const QByteArray &warning : m_faults)
        texts << photoWarningText(warning);
    return texts;
}

} // namespace cargo::camera
