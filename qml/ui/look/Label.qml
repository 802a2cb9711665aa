import QtQuick

// All text. `role` says what it is (Theme.roles); the text-size setting scales it here and nowhere else.
Text {
    property string role: "body"
    readonly property var look: Theme.roles[role]
    property int size: look.size
    property int weight: look.weight
    property bool display: look.display === true

    font.family: display ? Theme.display : Theme.sans
    font.pixelSize: Theme.px(size)
    font.weight: weight
    color: look.soft ? Theme.inkSoft : Theme.ink
    elide: wrapMode === Text.NoWrap || maximumLineCount < 10 ? Text.ElideRight : Text.ElideNone // what may not grow says that there is more
    onLineCountChanged: lineHeight = lineCount > 1 ? (size >= 20 ? 1.2 : 1.3) : 1.0 // a binding would turn in a loop
    textFormat: Text.PlainText
    renderType: Text.QtRendering
    Accessible.role: role === "title" || role === "heading" ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
