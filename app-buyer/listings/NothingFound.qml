import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// Nothing fits: what was meant perhaps, which condition to let go and how many cars that brings, and to wait for them.
Column {
    id: root
    required property SearchViewModel search
    signal kept()

    spacing: Theme.s4
    EmptyState {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(480, parent.width)
        iconName: "search_off"
        tone: "plain"
        title: qsTr("No car fits all of this")
        text: root.search.contradiction ? qsTr("“From” is above “to”: nothing can be in between.") : root.search.ways.length > 0 ? qsTr("Let one thing go, and there are some:") : qsTr("Write it in another way, or keep the search: the car may come.")
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(480, parent.width)
        spacing: Theme.s2
        Button { objectName: "search.meant"; visible: root.search.didYouMean !== ""; width: parent.width; kind: "tonal"; text: qsTr("Did you mean “%1”?").arg(root.search.didYouMean); onClicked: root.search.searchMeant() }
        Repeater {
            model: root.search.ways
            Card {
                id: way
                required property var modelData
                required property int index
                objectName: "search.way." + index
                width: parent.width
                padding: Theme.s1
                clickable: true
                accessibleName: words.text + ", " + count.text
                onClicked: root.search.letGo(index)
                Item {
                    width: parent.width
                    readonly property bool below: Theme.textScale > 1.3
                    height: Math.max(Theme.touch, words.implicitHeight + (below ? count.implicitHeight : 0) + Theme.s3)
                    Icon { id: sign; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter; name: "close"; size: 20 }
                    Label { id: words; x: sign.x + sign.width + Theme.s3; width: (parent.below ? parent.width - Theme.s2 : count.x - Theme.s2) - x; y: Math.round((parent.height - implicitHeight - (parent.below ? count.implicitHeight : 0)) / 2); wrapMode: Text.WordWrap; text: qsTr("without “%1”").arg(way.modelData.text); Accessible.ignored: true }
                    Label { id: count; x: parent.below ? words.x : parent.width - width - Theme.s3; y: parent.below ? words.y + words.implicitHeight : Math.round((parent.height - height) / 2); weight: Font.DemiBold; color: Theme.brand; text: qsTr("%n car(s)", "", way.modelData.count); Accessible.ignored: true }
                }
            }
        }
        ButtonRow {
            readonly property bool two: root.search.chips.length > 1
            anchors.horizontalCenter: parent.horizontalCenter
            width: two ? parent.width : Math.min(parent.width, keep.implicitWidth)
            Button { width: parent.cell; visible: parent.two; kind: "outline"; text: qsTr("Take all filters away"); onClicked: root.search.clearFilters() }
            Button { id: keep; objectName: "search.keepNone"; width: parent.cell; kind: parent.two ? "outline" : "tonal"; iconName: "bookmark_border"; text: qsTr("Keep this search"); onClicked: root.kept() }
        }
    }
}
