import QtQuick

// A Material icon by its ligature name. Never read aloud: whoever shows it carries the name.
Text {
    property string name
    property int size: 22

    text: name
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
