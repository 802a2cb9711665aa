import QtQuick
import CarGo.Ui

// A Material icon by its ligature name, one of icon_names.cpp: another would stand there as a word. Never read aloud:
// whoever shows it carries the name.
Text {
    property string name
    property int size: 22

    onNameChanged: if (name !== "" && !IconNames.has(name)) console.warn("no such icon: " + name)
    text: IconNames.has(name) ? name : ""
    width: Theme.px(size)
    height: Theme.px(size)
    font.family: Theme.icons
    font.pixelSize: Theme.px(size)
    color: Theme.inkSoft
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    Accessible.ignored: true
}
