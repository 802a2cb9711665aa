import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Desk

// The marketplace in numbers, over a time that is chosen. Every chart can be kept as a picture and as a table.
DeskPage {
    id: root
    title: qsTr("Statistics")
    source: overview
    property string days: "30"
    readonly property var range: ({ from: new Date(Clock.now() - Number(days) * 86400000).toISOString().slice(0, 10) })
    readonly property var funnel: overview.facts.funnel ?? ({})
    readonly property var money: overview.facts.money ?? []
    readonly property string currency: money.length > 0 ? money.reduce((a, b) => b.volume > a.volume ? b : a).currency : ""
    readonly property var dates: [...new Set((series.facts.items ?? []).map(one => one.date))].sort()
    function sum(key) { return dates.map(date => series.facts.items.filter(one => one.date === date).reduce((all, one) => all + one[key], 0)) }
    function volumes(key) { return dates.map(date => series.facts.items.filter(one => one.date === date && one.currency === currency).reduce((all, one) => all + one[key], 0) / Math.pow(10, Figures.exponent(currency))) }
    function percent(part) { return Figures.decimal(part * 100, 1) + " %" }
    RecordViewModel { id: overview; path: "admin/stats/overview"; query: root.range }
    RecordViewModel { id: series; path: "admin/stats/series"; query: Object.assign({ bucket: root.days === "30" ? "day" : root.days === "90" ? "week" : "month" }, root.range) }
    RecordViewModel { id: states; path: "admin/stats/time-in-state"; query: root.range }
    RecordViewModel { id: cohorts; path: "admin/stats/cohorts" }
    actions: [
        Choice { objectName: "stats.days"; anchors.verticalCenter: parent.verticalCenter; value: root.days; onChosen: value => root.days = value; model: [ { value: "30", text: qsTr("30 days") }, { value: "90", text: qsTr("90 days") }, { value: "365", text: qsTr("A year") } ] },
        IconButton { objectName: "stats.reload"; iconName: "refresh"; text: qsTr("Read again"); onClicked: { overview.reload(); series.reload(); states.reload(); cohorts.reload() } } ]
    DeskState {
        anchors.fill: parent
        vm: overview
        Flickable {
            anchors.fill: parent
            contentHeight: column.height + Theme.s6
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Column {
                id: column
                x: Theme.s5
                width: parent.width - 2 * x
                spacing: Theme.s3
                Tiles {
                    id: tiles
                    width: parent.width
                    Tile { width: tiles.cell; name: qsTr("Deals made"); value: Figures.number(root.funnel.deals ?? 0); detail: qsTr("%1 paid for").arg(Figures.number(root.funnel.paid ?? 0)) }
                    Tile { width: tiles.cell; name: qsTr("Dispute rate"); value: root.percent(overview.facts.dispute_rate ?? 0); detail: qsTr("%1 in dispute").arg(root.funnel.disputed ?? 0); tone: (overview.facts.dispute_rate ?? 0) > 0.05 ? "danger" : "plain" }
                    Repeater { model: root.money; Tile { required property var modelData; width: tiles.cell; name: qsTr("Volume, %1").arg(modelData.currency); value: Figures.money(modelData.volume, modelData.currency); detail: qsTr("take rate %1").arg(root.percent(modelData.take_rate)) } }
                }
                StatCard { width: parent.width; title: qsTr("From a look to the car"); fileName: "funnel"; vm: overview; BarChart { width: parent.width; height: Theme.px(220); name: qsTr("From a look to the car"); labels: [qsTr("Looks"), qsTr("Chats"), qsTr("Deals"), qsTr("Paid"), qsTr("Released")]; values: ["views", "chats", "deals", "paid", "released"].map(key => root.funnel[key] ?? 0); words: value => Figures.number(value) } }
                StatCard { width: parent.width; title: qsTr("Deals over time"); fileName: "series"; vm: series; LineChart { width: parent.width; height: Theme.px(240); name: qsTr("Deals over time"); labels: root.dates.map(date => date.slice(5)); series: root.dates.length > 0 ? [ { name: qsTr("Made"), values: root.sum("deals") }, { name: qsTr("Paid"), values: root.sum("paid") }, { name: qsTr("Released"), values: root.sum("released") }, { name: qsTr("Disputed"), values: root.sum("disputed") } ] : []; words: value => Figures.number(value) } }
                StatCard { visible: root.currency !== ""; width: parent.width; title: qsTr("Volume and fees, %1").arg(root.currency); fileName: "volume"; vm: series; LineChart { width: parent.width; height: Theme.px(220); name: qsTr("Volume and fees, %1").arg(root.currency); labels: root.dates.map(date => date.slice(5)); series: root.dates.length > 0 ? [ { name: qsTr("Volume"), values: root.volumes("volume") }, { name: qsTr("Fees"), values: root.volumes("fees") } ] : []; words: value => Figures.number(value) } }
                StatCard { width: parent.width; title: qsTr("Hours in a state, on average"); fileName: "time-in-state"; vm: states; BarChart { width: parent.width; height: Theme.px(220); name: qsTr("Hours in a state, on average"); labels: (states.facts.items ?? []).map(one => Words.deal(one.state)); values: (states.facts.items ?? []).map(one => Math.round(one.mean_s / 360) / 10); words: value => Figures.decimal(value, 1) } }
                StatCard { width: parent.width; title: qsTr("Who comes back, by the month of the first deal"); fileName: "cohorts"; vm: cohorts; Cohorts { width: parent.width; items: cohorts.facts.items ?? [] } }
                Label { visible: text !== ""; width: parent.width; role: "caption"; wrapMode: Text.WordWrap; text: overview.facts.as_of ? qsTr("Summed up %1").arg(Words.moment(overview.facts.as_of)) : "" }
            }
        }
    }
}
