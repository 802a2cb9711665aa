#pragma once

namespace cargo::ui {

// Makes the bundled families known: "Inter", "Inter Display" and "Material Icons". Call once, after the QGuiApplication
// and before the first QML file. Returns false when a font of the program cannot be read.
bool loadFonts();

} // namespace cargo::ui
