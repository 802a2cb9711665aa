import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    readonly property var months: [qsTr("Jan"), qsTr("Feb"), qsTr("Mar"), qsTr("Apr"), qsTr("May"), qsTr("Jun"), qsTr("Jul"), qsTr("Aug")]
    component Framed: Card { width: parent ? parent.width : 0; spacing: Theme.s3 }
    Section {
        title: qsTr("Over time")
        Framed { LineChart { width: parent.width; name: qsTr("Price of a RAV4"); labels: root.months; fromZero: false; words: value => Figures.money(value * 100, "RUB"); series: [ { name: qsTr("RAV4, 2020"), values: [2710000, 2690000, 2705000, 2660000, 2640000, 2655000, 2610000, 2590000] } ] } }
        Framed { LineChart { width: parent.width; height: 240; current: 5; name: qsTr("Deals"); labels: root.months; words: value => Figures.number(value); series: [ { name: qsTr("made"), values: [40, 52, 61, 58, 72, 84, 90, 97] }, { name: qsTr("finished"), values: [31, 40, 49, 55, 58, 66, 79, 83] }, { name: qsTr("disputed"), values: [2, 3, 2, 5, 4, 6, 5, 4] } ] } }
    }
    Section {
        title: qsTr("Side by side")
        Framed { BarChart { width: parent.width; name: qsTr("Countries"); labels: [qsTr("Japan"), qsTr("Korea"), qsTr("China"), qsTr("Germany")]; values: [412, 268, 190, 34]; words: value => Figures.number(value) } }
        Framed { BarChart { width: parent.width; name: qsTr("Balance"); marked: 2; labels: root.months; values: [120, -40, 80, 260, 90, -20, 60, 130] } }
    }
    Section {
        title: qsTr("How many")
        Framed { Histogram { width: parent.width; name: qsTr("Prices"); from: 500000; to: 4500000; values: [3, 9, 21, 38, 44, 31, 18, 8]; words: value => qsTr("%1 cars").arg(value) } }
    }
}
