#pragma once

#include "server/providers/photo_text/photo_text_provider.h"

#include <memory>
#include <mutex>

namespace tesseract {
class TessBaseAPI;
}

namespace cargo::photo_text::tesseract {

// Tesseract 5 with its models of Russian and English (Debian: tesseract-ocr-rus, tesseract-ocr-eng). Large photos are read at
// 2,000 pixels; what takes more processor time than allowed ends with Timeout.
class TesseractProvider final : public PhotoTextProvider
{
public:
    // Error Unavailable: the models are not there.
    static Result<std::unique_ptr<TesseractProvider>> open(int timeoutMs = 15'000);
    ~TesseractProvider() override;

    bool active() const override { return true; }
    Result<QString> read(const QByteArray &encodedImage, const std::atomic_bool &stop) override;

private:
    TesseractProvider(std::unique_ptr<::tesseract::TessBaseAPI> engine, int timeoutMs);

    std::mutex m_mutex; // the engine reads one photo at a time
    const std::unique_ptr<::tesseract::TessBaseAPI> m_engine;
    const int m_timeoutMs;
};

} // namespace cargo::photo_text::tesseract
