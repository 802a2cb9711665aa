import QtQuick
import CarGo.Ui

// What the car cost since it was offered: a line over time, and each change in words.
Card {
    id: root
    property var price: ({})
    property string currency: "RUB"
    property int shown: 3
    readonly property var rows: price.rows || []
    objectName: "listing.history"
    spacing: Theme.s3
    bottomPadding: all.visible ? Theme.s1 : padding
    Label { text: qsTr("How the price went"); role: "bar"; bottomPadding: Theme.s1; width: parent.width; wrapMode: Text.WordWrap }
    LineChart {
        width: parent.width
        height: Theme.px(150)
        name: qsTr("How the price went")
        fromZero: false
        labels: root.price.labels || []
        words: value => Figures.money(value * 100, root.currency)
        series: [ { name: qsTr("Price"), values: root.price.values || [] } ]
    }
    Column {
        width: parent.width
        spacing: Theme.s1
        Repeater {
            model: root.rows.slice(0, root.shown)
            FactRow { required property var modelData; width: parent.width; name: modelData.day + (modelData.change !== "" ? " · " + modelData.change : ""); value: modelData.price }
        }
    }
    Button { id: all; visible: root.rows.length > root.shown; kind: "text"; leftPadding: 0; text: qsTr("All %n change(s)", "", root.rows.length); onClicked: root.shown = root.rows.length }
}
