import QtQuick
import CarGo.Ui

// Of those who began in a month, how many were active in each month after: the fuller, the stronger the colour.
Column {
    id: root
    property var items: []                 // {role, month, size, age, active}
    readonly property var rows: [...new Set(items.map(one => one.role + " " + one.month))]
    readonly property int ages: Math.min(12, items.reduce((most, one) => Math.max(most, one.age), -1) + 1)
    readonly property real head: Theme.px(170)
    readonly property real cell: ages > 0 ? Math.min(Theme.px(64), (width - head) / ages) : 0

    spacing: 2
    Label { visible: root.rows.length === 0; role: "second"; text: qsTr("Nothing yet.") }
    Repeater {
        model: root.rows.slice(0, 24)
        Row {
            id: line
            required property string modelData
            readonly property var cohort: root.items.filter(one => one.role + " " + one.month === modelData)
            spacing: 2
            Accessible.role: Accessible.Row
            Accessible.name: words.text
            Label { id: words; width: root.head - 2; anchors.verticalCenter: parent.verticalCenter; size: 12; text: Words.code(line.cohort[0].role) + " · " + line.cohort[0].month.slice(0, 7) + " · " + Figures.number(line.cohort[0].size); Accessible.ignored: true }
            Repeater {
                model: root.ages
                Rectangle {
                    id: box
                    required property int index
                    readonly property var one: line.cohort.find(row => row.age === index) ?? null
                    readonly property real part: one && one.size > 0 ? one.active / one.size : 0
                    width: root.cell - 2
                    height: Theme.px(24)
                    radius: 4
                    color: one ? Qt.tint(Theme.surface, Qt.rgba(Theme.brand.r, Theme.brand.g, Theme.brand.b, 0.08 + part * 0.32)) : "transparent"
                    Label { anchors.centerIn: parent; size: 11; text: box.one ? Math.round(box.part * 100) + " %" : ""; Accessible.ignored: box.one === null }
                }
            }
        }
    }
}
