// `cargod render-act`: the short-lived process that paints one delivery act, or a statement of payouts. Reads "ru" or "en", a
// line break and the bytes of act.json from its input, writes a PDF to its output. Touches nothing else.
#include "server/commands/command.h"
#include "server/deals/act.h"
#include "server/earnings/statement.h"
#include "server/limits.h"

#include <QBuffer>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>

#include <cstdio>
#include <qrencode.h>

namespace cargo::commands {

namespace {

constexpr char kStyle[] = "body { font-family: 'Inter'; font-size: 9pt; color: #111827; }"
                          "h1 { font-size: 17pt; font-weight: 600; margin-bottom: 2pt; }"
                          "h2 { font-size: 10.5pt; font-weight: 600; margin-top: 14px; margin-bottom: 2px; }"
                          ".label { color: #6b7280; }"
                          ".hash { font-size: 6pt; color: #374151; }"
                          ".note { font-size: 8pt; color: #4b5563; margin-top: 12pt; }";

// Eight pixels a module, four modules of quiet around.
QImage qrOf(const QByteArray &text)
{
    constexpr int kQuiet = 4;
    constexpr int kScale = 8;
    QRcode *const code = QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M);
    if (!code)
        return {};
    const int side = code->width + 2 * kQuiet;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(255);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                image.scanLine(y + kQuiet)[x + kQuiet] = 0;
        }
    }
    QRcode_free(code);
    return image.scaled(side * kScale, side * kScale);
}

bool loadFonts()
{
    for (const char *face : {"Inter-Regular.otf", "Inter-SemiBold.otf"}) {
        if (QFontDatabase::addApplicationFont(QLatin1String(":/act/fonts/") + QLatin1String(face)) < 0)
            return false;
    }
    return true;
}

int fail(const char *why)
{
    std::fprintf(stderr, "cargod render-act: %s\n", why);
    return 1;
}

} // namespace

int renderAct(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return fail("no input");
    const QByteArray input = in.read(limits::kActJsonBytes + 1);
    const qsizetype line = input.indexOf('\n');
    if (line != 2 || input.size() > limits::kActJsonBytes)
        return fail("no act, or too large a one");
    const QByteArray act = input.mid(line + 1);
    const Locale locale = input.startsWith("en") ? Locale::En : Locale::Ru;
    QString page = deals::actPage(act, locale, QStringLiteral("qr"));
    if (page.isEmpty())
        page = earnings::statementPage(act, locale);
    if (page.isEmpty())
        return fail("not an act");
    if (!loadFonts())
        return fail("no fonts");

    QTextDocument document;
    document.setDefaultFont(QFont(QStringLiteral("Inter"), 9));
    document.setDefaultStyleSheet(QLatin1String(kStyle));
    document.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("qr")), qrOf(deals::actDigest(act)));
    document.setHtml(page);
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(16, 14, 16, 14), QPageLayout::Millimeter);
        writer.setTitle(QStringLiteral("CarGo"));
        writer.setCreator(QStringLiteral("CarGo"));
        document.print(&writer);
    }
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) || out.write(pdf) != pdf.size() || !out.flush())
        return fail("the output is closed");
    return 0;
}

} // namespace cargo::commands
