import QtQuick

// All text. Sizes are design sizes; the text-size setting scales them here and nowhere else.
Text {
    property int size: 15
    property int weight: Font.Normal
    property bool display: false

    font.family: display ? Theme.display : Theme.sans
    font.pixelSize: Theme.px(size)
    font.weight: weight
    color: Theme.ink
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    lineHeight: lineCount > 1 ? 1.3 : 1.0
    textFormat: Text.PlainText
    renderType: Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
