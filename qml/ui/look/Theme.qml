pragma Singleton
import QtQuick
import CarGo.Ui

// Colours, type, sizes and motion of every app. Colours are named by role, never by hue; tests/ui/tst_theme holds every
// pair of text and ground to its contrast in all four looks. Names must not begin with `on` and a capital: QML would
// read them as signal handlers and the colour would silently be black.
QtObject {
    property string mode: "system"        // light, dark, system
    property bool highContrast: false     // 7 to 1 for every text, and frames that can be seen in the sun
    property real textScale: 1.0          // 0.9 to 2
    property bool reducedMotion: false
    property bool gloves: false           // targets for a hand in a glove
    property bool savesData: false        // photos of the server wait until they are asked for, and come small
    property bool photosAsked: false      // on the page that is open
    property string density: "comfortable" // comfortable: for thumbs; compact: for a pointer and long tables
    readonly property bool dark: mode === "dark" || (mode === "system" && SystemLook.dark)
    readonly property bool compact: density === "compact"

    //                                       light      dark       light, high  dark, high
    readonly property color page:         of("#F4F6F4", "#0E1412", "#FFFFFF", "#000000")
    readonly property color surface:      of("#FFFFFF", "#18201D", "#FFFFFF", "#000000")
    readonly property color raised:       of("#FFFFFF", "#212B27", "#FFFFFF", "#0C1210")
    readonly property color sunken:       of("#E9EDEA", "#111916", "#EEF1EF", "#151C19")
    readonly property color line:         of("#DDE3DF", "#2E3A35", "#55625C", "#93A39B")
    readonly property color frame:        of("#7C8A83", "#6E7F77", "#26302B", "#D3DED8") // of what is typed into or ticked
    readonly property color ink:          of("#13201B", "#EDF3F0", "#000000", "#FFFFFF")
    readonly property color inkSoft:      of("#55645D", "#A9B8B1", "#26322C", "#DCE6E1")
    readonly property color inkFaint:     of("#606E67", "#8B9C95", "#36423C", "#C6D2CC")
    readonly property color brand:        of("#0B6B4F", "#4CD3A0", "#004C36", "#6FF0BF")
    readonly property color brandInk:     of("#FFFFFF", "#062318", "#FFFFFF", "#00170D")
    readonly property color brandSoft:    of("#DDF1E8", "#153B2E", "#D9F3E8", "#07301F")
    readonly property color brandSoftInk: of("#07513B", "#8FE6C4", "#003223", "#B4FBDD")
    readonly property color brandTurned:  of("#7FE3BE", "#07513B", "#6FF0BF", "#003D2B") // on ink: the action of a snackbar
    readonly property color warn:         of("#8A5200", "#F4B860", "#5A3400", "#FFD08A")
    readonly property color warnSoft:     of("#FFF0D6", "#3A2A10", "#FFF0D6", "#332200")
    readonly property color danger:       of("#B3261E", "#FF8F85", "#8A0F09", "#FFB8B1")
    readonly property color dangerSoft:   of("#FCE4E1", "#43201D", "#FFE8E5", "#420D09")
    readonly property color dangerInk:    of("#FFFFFF", "#2B0704", "#FFFFFF", "#2B0704") // on danger
    readonly property color info:         of("#1E54B7", "#8CB8FF", "#0B3284", "#B9D4FF")
    readonly property color infoSoft:     of("#E3ECFB", "#1A2B47", "#E6EEFC", "#0D2244")
    readonly property color star:         of("#B87200", "#F4B860", "#8F5A00", "#FFC760")
    readonly property color quiet: dark ? raised : sunken          // what is chosen in a list, what cannot be pressed, neutral pills
    readonly property color dim: dark ? "#99000000" : "#66000000"
    readonly property color shade: dark ? "#000000" : "#0B1F17"     // of Shadow
    // Things that lie on photos, in every look the same, and the ground photos are looked at on.
    readonly property color photoPill: highContrast ? "#E6000000" : "#99000000"
    readonly property color photoPillInk: "#FFFFFF"
    readonly property color photoDisc: "#E6FFFFFF"
    readonly property color photoInk: "#13201B"
    readonly property color photoDanger: "#B3261E"
    readonly property color photoGround: "#000000"
    // One after the other for the series of a chart; each is told apart by its place in the legend too.
    readonly property var series: [brand, info, star, danger, inkSoft]

    // Type by role: what a text is, not how large. Label takes the role; sizes are those at 100 %.
    readonly property var roles: ({
        figure:  { size: 40, weight: Font.Bold, display: true },      // one number that a screen is about: a code, a sum
        title:   { size: 28, weight: Font.Bold, display: true },      // name of a page
        heading: { size: 20, weight: Font.Bold },                     // of a sheet, of an empty state
        price:   { size: 20, weight: Font.Bold },
        bar:     { size: 16, weight: Font.DemiBold },                 // bars, names of cards
        strong:  { size: 15, weight: Font.DemiBold },                 // first line of a row, words of buttons
        body:    { size: 15, weight: Font.Normal },
        second:  { size: 13, weight: Font.Normal, soft: true },       // the line below
        label:   { size: 13, weight: Font.Medium, soft: true },       // over a field
        caption: { size: 12, weight: Font.Medium, soft: true },       // counters, axes, times
        tiny:    { size: 11, weight: Font.Medium, soft: true }        // tabs
    })

    readonly property int s1: 4
    readonly property int s2: 8
    readonly property int s3: 12
    readonly property int s4: 16
    readonly property int s5: 20
    readonly property int s6: 24
    readonly property int s8: 32
    readonly property int radiusSmall: 8
    readonly property int radiusPhoto: 12
    readonly property int radiusButton: 14
    readonly property int radiusCard: 16
    readonly property int radiusSheet: 24
    readonly property int touch: compact ? 36 : gloves ? 64 : 48   // least height of what is pressed
    readonly property int row: compact ? 40 : gloves ? 72 : 56     // least height of a line in a list
    readonly property int hairline: highContrast ? 2 : 1
    readonly property int contentWidth: 1200
    readonly property int wideFrom: 900             // the rail on the left, a list with its detail beside it
    readonly property int columnsFrom: 820          // cards of a page about one thing in two columns

    readonly property string sans: "Inter"
    readonly property string display: "Inter Display"
    readonly property string icons: "Material Icons"

    readonly property int fast: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 200

    function of(light, darkOne, lightHigh, darkHigh) { return highContrast ? (dark ? darkHigh : lightHigh) : dark ? darkOne : light }
    // What is loaded of a photo: of the server's nothing, or its smallest form, while data is to be saved.
    function photo(source) {
        const path = String(source)
        if (!savesData || path.indexOf("/media/") < 0)
            return source
        return photosAsked ? path.replace(/\/(card|full)$/, "/thumb") : ""
    }
    // A ground while it is held down.
    function pressed(ground) { return Qt.tint(ground, Qt.rgba(ink.r, ink.g, ink.b, 0.08)) }
    function px(size) { return Math.round(size * Math.max(0.9, Math.min(2, textScale))) }
    function margin(width) { return width < 600 ? s4 : s6 }
    // Soft ground and its ink, by tone: good, info, warn, danger, plain.
    function ground(tone) { return tone === "good" ? brandSoft : tone === "info" ? infoSoft : tone === "warn" ? warnSoft : tone === "danger" ? dangerSoft : quiet }
    function toned(tone) { return tone === "good" ? brandSoftInk : tone === "info" ? info : tone === "warn" ? warn : tone === "danger" ? danger : inkSoft }
}
