#include "qml/camera/photo_words.h"

#include <QCoreApplication>

namespace cargo::camera {

namespace {
struct PhotoWords
{
    Q_DECLARE_TR_FUNCTIONS(PhotoWords)
};
} // namespace

QString photoWarningText(const QByteArray &warning)
{
    if (warning == "small")
        return PhotoWords::tr("The picture is small: small print may be unreadable.");
    if (warning == "blurred")
        return PhotoWords::tr("It may not be sharp enough.");
    if (warning == "glare")
        return PhotoWords::tr("There may be glare on it.");
    return PhotoWords::tr("It may be too dark.");
}

// In the dark nothing is sharp: what is to be done first comes first.
QString previewHint(const QByteArrayList &warnings)
{
    if (warnings.contains("dark"))
        return PhotoWords::tr("More light, please");
    if (warnings.contains("glare"))
        return PhotoWords::tr("Turn away from the lamp: there is glare");
    if (warnings.contains("blurred"))
        return PhotoWords::tr("Not sharp yet: hold still");
    return {};
}

} // namespace cargo::camera
