import QtQuick
import QtQuick.Templates as T
import CarGo.Ui
import CarGo.Client

// The first thing on a new device, once: three honest sentences about the money, the language and the look as the system
// has them, and the way to the cars without an account. Escape and the cross skip it.
T.Popup {
    id: root
    readonly property bool roomy: width >= 700
    readonly property var promises: [
        { icon: "lock", title: qsTr("The bank has the money, not the driver"), text: qsTr("You pay into a deal at a licensed payment provider. The driver gets it when you have seen the car and said yes. CarGo never holds it.") },
        { icon: "verified_user", title: qsTr("You see who brings the car"), text: qsTr("A driver shows his documents before he offers a car, and only buyers of finished deals write reviews.") },
        { icon: "account_balance", title: qsTr("Customs clearance is yours"), text: qsTr("Duty and recycling fee are not in the price. Each listing says so before you pay anything.") } ]
    signal left()

    function leave() { Settings.welcomed = true; close(); left() }
    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.NoAutoClose
    background: Rectangle { color: Theme.page }
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Welcome to CarGo")
        Keys.onEscapePressed: root.leave()
        Flickable {
            id: scroll
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
            contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.s6)
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Column {
                id: column
                x: Math.round((parent.width - width) / 2)
                y: Math.max(Theme.s4, Math.round((scroll.contentHeight - implicitHeight) / 2))
                width: Math.min(parent.width - 2 * Theme.margin(root.width), root.roomy ? 860 : 520)
                spacing: Theme.s6
                Column {
                    width: parent.width
                    spacing: Theme.s3
                    Label { width: parent.width; text: "CarGo"; display: true; size: 34; weight: Font.Bold; color: Theme.brand; horizontalAlignment: root.roomy ? Text.AlignHCenter : Text.AlignLeft }
                    Label { objectName: "welcome.title"; width: parent.width; role: "heading"; wrapMode: Text.WordWrap; horizontalAlignment: root.roomy ? Text.AlignHCenter : Text.AlignLeft; text: qsTr("A car from another country, without fear for the money") }
                }
                Grid {
                    id: three
                    width: parent.width
                    columns: root.roomy && Theme.textScale < 1.5 ? 3 : 1
                    spacing: Theme.s4
                    Repeater {
                        model: root.promises
                        Item {
                            id: promise
                            required property var modelData
                            width: (three.width - (three.columns - 1) * three.spacing) / three.columns
                            height: three.columns > 1 ? disc.height + Theme.s3 + words.height : Math.max(disc.height, words.height)
                            IconDisc { id: disc; name: promise.modelData.icon }
                            Column {
                                id: words
                                x: three.columns > 1 ? 0 : disc.width + Theme.s3
                                y: three.columns > 1 ? disc.height + Theme.s3 : 0
                                width: parent.width - x
                                spacing: Theme.s1
                                Label { width: parent.width; role: "strong"; wrapMode: Text.WordWrap; text: promise.modelData.title }
                                Label { width: parent.width; wrapMode: Text.WordWrap; color: Theme.inkSoft; text: promise.modelData.text }
                            }
                        }
                    }
                }
                Grid {
                    id: choices
                    width: parent.width
                    columns: root.roomy && Theme.textScale < 1.5 ? 2 : 1
                    spacing: Theme.s3
                    readonly property real cell: (width - (columns - 1) * spacing) / columns
                    SegmentedControl { objectName: "welcome.language"; width: choices.cell; name: qsTr("Language"); value: Settings.language; onChosen: value => Settings.language = value; model: [ { value: "ru", text: "Русский" }, { value: "en", text: "English" } ] }
                    SegmentedControl { objectName: "welcome.theme"; width: choices.cell; name: qsTr("Look"); value: Settings.theme; onChosen: value => Settings.theme = value; model: [ { value: "light", text: qsTr("Light") }, { value: "dark", text: qsTr("Dark") }, { value: "system", text: qsTr("System") } ] }
                }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; horizontalAlignment: root.roomy ? Text.AlignHCenter : Text.AlignLeft; text: qsTr("Cars are recommended by what you look at and keep here. The switch for it stands beside them.") }
            }
        }
        IconButton { objectName: "welcome.skip"; anchors { right: parent.right; top: parent.top; margins: Theme.s2 } iconName: "close"; color: Theme.inkSoft; text: qsTr("Skip"); onClicked: root.leave() }
        Item {
            id: foot
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: ways.height + 2 * Theme.s4
            Rectangle { width: parent.width; height: Theme.hairline; color: Theme.line; visible: scroll.contentHeight > scroll.height }
            ButtonRow {
                id: ways
                x: column.x
                y: Theme.s4
                width: column.width
                Button { objectName: "welcome.signIn"; width: ways.cell; kind: "text"; text: qsTr("I have an account"); onClicked: { root.leave(); Nav.askSignIn() } }
                Button { objectName: "welcome.search"; width: ways.cell; text: qsTr("Look at cars"); focus: true; onClicked: { root.leave(); Nav.openTab("search") } }
            }
        }
    }
}
