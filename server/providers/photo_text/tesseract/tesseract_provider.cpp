#include "server/providers/photo_text/tesseract/tesseract_provider.h"

#include <QImage>

#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <ctime>

namespace cargo::photo_text::tesseract {

namespace {
using ::tesseract::TessBaseAPI;
constexpr char kLanguages[] = "rus+eng";
constexpr int kMaxSide = 2'000;
constexpr float kSurePercent = 60; // below that it sees letters in leaves and tyres

qint64 processorMs() // of the calling thread: on a busy machine a photo has as much of it as on an idle one
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000 + time.tv_nsec / 1'000'000;
}

struct Watch
{
    const std::atomic_bool &stop;
    qint64 endsAtMs;

    bool isLate() const { return processorMs() > endsAtMs; }
};

bool isOver(void *given, int)
{
    const Watch *watch = static_cast<const Watch *>(given);
    return watch->stop || watch->isLate();
}

QString sureWords(TessBaseAPI &engine)
{
    QString text;
    const std::unique_ptr<::tesseract::ResultIterator> words(engine.GetIterator());
    if (!words || words->Empty(::tesseract::RIL_WORD))
        return text;
    do {
        if (words->Confidence(::tesseract::RIL_WORD) >= kSurePercent) {
            const std::unique_ptr<char[]> word(words->GetUTF8Text(::tesseract::RIL_WORD));
            text += QString::fromUtf8(word.get());
        }
        const bool lineEnds = words->IsAtFinalElement(::tesseract::RIL_TEXTLINE, ::tesseract::RIL_WORD);
        text += lineEnds ? QLatin1Char('\n') : QLatin1Char(' ');
    } while (words->Next(::tesseract::RIL_WORD));
    return text;
}
} // namespace

Result<std::unique_ptr<TesseractProvider>> TesseractProvider::open(int timeoutMs)
{
    auto engine = std::make_unique<TessBaseAPI>();
    engine->SetVariable("debug_file", "/dev/null");
    if (engine->Init(nullptr, kLanguages, ::tesseract::OEM_LSTM_ONLY) != 0)
        return {
            ErrorCode::Unavailable, QStringLiteral("photo-text"),
            QStringLiteral("tesseract has no models of Russian and English: install tesseract-ocr-rus and tesseract-ocr-eng")};
    engine->SetPageSegMode(::tesseract::PSM_SPARSE_TEXT); // words anywhere in a photo, in no order
    return std::unique_ptr<TesseractProvider>(new TesseractProvider(std::move(engine), timeoutMs));
}

TesseractProvider::TesseractProvider(std::unique_ptr<TessBaseAPI> engine, int timeoutMs)
    : m_engine(std::move(engine)), m_timeoutMs(timeoutMs)
{
}

TesseractProvider::~TesseractProvider() = default;

Result<QString> TesseractProvider::read(const QByteArray &encodedImage, const std::atomic_bool &stop)
{
    QImage image = QImage::fromData(encodedImage);
    if (image.isNull())
        return {ErrorCode::UnsupportedMediaType, {}, QStringLiteral("no picture")};
    if (std::max(image.width(), image.height()) > kMaxSide)
        image = image.scaled(kMaxSide, kMaxSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image = image.convertToFormat(QImage::Format_Grayscale8);

    const std::lock_guard lock(m_mutex);
    omp_set_num_threads(1); // of this thread: reading must leave the other cores alone
    m_engine->SetImage(image.constBits(), image.width(), image.height(), 1, int(image.bytesPerLine()));
    m_engine->SetSourceResolution(150);
    ::tesseract::ETEXT_DESC monitor;
    Watch watch{stop, processorMs() + m_timeoutMs};
    monitor.cancel = isOver;
    monitor.cancel_this = &watch;
    const int failed = m_engine->Recognize(&monitor);
    Result<QString> text = QString();
    if (stop)
        text = Error{ErrorCode::Unavailable, {}, QStringLiteral("stopped")};
    else if (watch.isLate())
        text = Error{ErrorCode::Timeout, {}, QStringLiteral("tesseract")};
    else if (failed != 0)
        text = Error{ErrorCode::InvalidFormat, {}, QStringLiteral("tesseract")};
    else
        text = sureWords(*m_engine);
    m_engine->Clear();
    return text;
}

} // namespace cargo::photo_text::tesseract
