import QtQuick

// How many: unread, waiting, found. tone: danger (asks for attention), brand, plain.
Rectangle {
    id: root
    property int value: 0
    property int most: 99
    property string tone: "danger"
    readonly property string text: value > most ? most + "+" : value

    visible: value > 0
    implicitWidth: Math.max(implicitHeight, count.implicitWidth + 10)
    implicitHeight: Math.max(18, count.implicitHeight + 4)
    radius: height / 2
    color: tone === "danger" ? Theme.danger : tone === "brand" ? Theme.brand : Theme.quiet
    border.width: tone === "plain" && Theme.highContrast ? 1 : 0
    border.color: Theme.line
    Accessible.ignored: true
    Label { id: count; anchors.centerIn: parent; text: root.text; size: 11; weight: Font.Bold; color: root.tone === "danger" ? Theme.dangerInk : root.tone === "brand" ? Theme.brandInk : Theme.inkSoft; Accessible.ignored: true }
}
