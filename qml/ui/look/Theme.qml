pragma Singleton
import QtQuick
import CarGo.Ui

// Colours, sizes and motion of every app. Colours are named by role, never by hue. Names must not begin with `on` and a
// capital: QML would read them as signal handlers and the colour would silently be black.
QtObject {
    property string mode: "system"        // light, dark, system
    property real textScale: 1.0
    property bool reducedMotion: false
    readonly property bool dark: mode === "dark" || (mode === "system" && SystemLook.dark)

    readonly property color page: dark ? "#0E1412" : "#F4F6F4"
    readonly property color surface: dark ? "#18201D" : "#FFFFFF"
    readonly property color raised: dark ? "#212B27" : "#FFFFFF"
    readonly property color sunken: dark ? "#111916" : "#E9EDEA"
    readonly property color line: dark ? "#2E3A35" : "#DDE3DF"
    readonly property color ink: dark ? "#EDF3F0" : "#13201B"
    readonly property color inkSoft: dark ? "#A9B8B1" : "#55645D"
    readonly property color inkFaint: dark ? "#8B9C95" : "#606E67"
    readonly property color brand: dark ? "#4CD3A0" : "#0B6B4F"
    readonly property color brandInk: dark ? "#062318" : "#FFFFFF"
    readonly property color brandSoft: dark ? "#153B2E" : "#DDF1E8"
    readonly property color brandSoftInk: dark ? "#8FE6C4" : "#07513B"
    readonly property color warn: dark ? "#F4B860" : "#8A5200"
    readonly property color warnSoft: dark ? "#3A2A10" : "#FFF0D6"
    readonly property color danger: dark ? "#FF8F85" : "#B3261E"
    readonly property color dangerSoft: dark ? "#43201D" : "#FCE4E1"
    readonly property color info: dark ? "#8CB8FF" : "#1E54B7"
    readonly property color infoSoft: dark ? "#1A2B47" : "#E3ECFB"
    // Not in the table of roles: things that lie on photos, and the gold of ratings.
    readonly property color photoPill: "#99000000"
    readonly property color photoDisc: "#E6FFFFFF"
    readonly property color photoInk: "#13201B"
    readonly property color star: dark ? "#F4B860" : "#D98A00"
    readonly property color quiet: dark ? raised : sunken          // what is chosen in a list, what cannot be pressed, neutral pills
    readonly property color dim: dark ? "#99000000" : "#66000000"

    readonly property int s1: 4
    readonly property int s2: 8
    readonly property int s3: 12
    readonly property int s4: 16
    readonly property int s5: 20
    readonly property int s6: 24
    readonly property int s8: 32
    readonly property int radiusSmall: 8
    readonly property int radiusPhoto: 12
    readonly property int radiusCard: 16
    readonly property int radiusSheet: 24
    readonly property int touch: 48
    readonly property int contentWidth: 1200
    readonly property int wideFrom: 900

    readonly property string sans: "Inter"
    readonly property string display: "Inter Display"
    readonly property string icons: "Material Icons"

    readonly property int fast: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 200

    function px(size) { return Math.round(size * textScale) }
    function margin(width) { return width < 600 ? s4 : s6 }
}
