#include "server/deals/act_renderer.h"

#include "server/core/log.h"
#include "server/limits.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <atomic>
#include <sys/resource.h>

namespace cargo::deals {

namespace {

// Of the whole process: threads that wait for children, and how many calls wait for a thread.
struct Workshop
{
    CpuPool pool{limits::kActsAtOnce};
    std::atomic<int> calls{0};
};

Workshop &workshop()
{
    static Workshop it;
    return it;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// In the child, between fork and exec: only calls that are safe there.
void confine()
{
    const auto limit = [](auto what, rlim_t value) {
        const rlimit bound{value, value};
        setrlimit(what, &bound);
    };
    limit(RLIMIT_CPU, limits::kActRenderMs / 1000);
    if (!kSanitized) // their shadows take terabytes of it
        limit(RLIMIT_AS, limits::kActMemoryBytes);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, limits::kActFileBytes);
}

QByteArray runChild(const QString &program, const QByteArray &input)
{
    QProcess child;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    if (kSanitized)
        environment.insert(QStringLiteral("TSAN_OPTIONS"), qEnvironmentVariable("TSAN_OPTIONS"));
    child.setProcessEnvironment(environment);
    child.setWorkingDirectory(QStringLiteral("/"));
    child.setChildProcessModifier(&confine);
    QElapsedTimer timer;
    timer.start();
    const auto left = [&timer] { return std::max(0, limits::kActRenderMs - int(timer.elapsed())); };
    child.start(program, {QStringLiteral("render-act")});
    child.write(input);
    child.closeWriteChannel();
    QByteArray pdf;
    while (left() > 0 && pdf.size() <= limits::kActPdfBytes && child.waitForReadyRead(left()))
        pdf += child.readAllStandardOutput();
    // Reading may have seen it end already; then there is nothing to wait for.
    const bool ended = child.state() == QProcess::NotRunning || child.waitForFinished(std::min(left(), 1000));
    pdf += child.readAllStandardOutput();
    const bool good = ended && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0
                      && pdf.size() <= limits::kActPdfBytes && pdf.startsWith("%PDF-");
    if (!good) {
        log::warning("act.not_rendered", {{"exit", ended ? child.exitCode() : -1},
                                          {"ms", timer.elapsed()},
                                          {"said", QString::fromUtf8(child.readAllStandardError().left(500))}});
        child.kill();
        child.waitForFinished(1000);
        return {};
    }
    return pdf;
}

} // namespace

QCoro::Task<Result<QByteArray>> ActRenderer::render(QByteArray act, Locale locale)
{
    Workshop &shop = workshop();
    if (shop.calls.fetch_add(1) >= limits::kActsWaiting) {
        shop.calls.fetch_sub(1);
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("too many acts are being painted")};
    }
    const QString own = QCoreApplication::applicationFilePath();
    const QString program = m_runtime.settings.renderProgram.isEmpty() ? own : m_runtime.settings.renderProgram;
    const QByteArray input = (locale == Locale::Ru ? "ru\n" : "en\n") + act;
    auto work = shop.pool.run([program, input] { return runChild(program, input); });
    const QByteArray pdf = co_await work;
    shop.calls.fetch_sub(1);
    if (pdf.isEmpty())
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("the act could not be painted")};
    co_return pdf;
}

} // namespace cargo::deals
