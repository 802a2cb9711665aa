import QtQuick
import CarGo.Ui

GalleryPage {
    Section {
        title: qsTr("Type by role")
        Repeater {
            model: ["figure", "title", "heading", "price", "bar", "strong", "body", "second", "label", "caption", "tiny"]
            Item {
                required property string modelData
                readonly property bool money: modelData === "price" || modelData === "figure"
                width: parent.width
                height: Math.max(words.height, kind.height)
                Label { id: words; role: parent.modelData; width: parent.width - kind.width - Theme.s2; fontSizeMode: parent.money ? Text.HorizontalFit : Text.FixedSize; text: parent.money ? Figures.money(265000000, "RUB") : qsTr("The money waits at the bank"); wrapMode: Text.WordWrap; Accessible.role: Accessible.StaticText }
                Label { id: kind; role: "caption"; anchors { right: parent.right; verticalCenter: parent.verticalCenter } text: parent.modelData + " " + Theme.roles[parent.modelData].size }
            }
        }
    }
    Section {
        title: qsTr("Grounds")
        Grid {
            id: grounds
            width: parent.width
            columns: Math.max(2, Math.floor(width / 110))
            spacing: Theme.s2
            Repeater {
                model: ["page", "surface", "raised", "sunken", "quiet", "brand", "brandSoft", "warnSoft", "dangerSoft", "infoSoft", "danger", "ink"]
                Rectangle {
                    required property string modelData
                    readonly property var inks: ({ brand: Theme.brandInk, brandSoft: Theme.brandSoftInk, warnSoft: Theme.warn, dangerSoft: Theme.danger, infoSoft: Theme.info, danger: Theme.dangerInk, ink: Theme.page })
                    width: (grounds.width - (grounds.columns - 1) * Theme.s2) / grounds.columns
                    height: Math.max(60, name.implicitHeight + Theme.s5)
                    radius: Theme.radiusPhoto
                    color: Theme[modelData]
                    border.width: Theme.hairline
                    border.color: Theme.line
                    Label { id: name; role: "caption"; x: Theme.s2; width: parent.width - 2 * x; anchors.verticalCenter: parent.verticalCenter; text: parent.modelData; color: parent.inks[parent.modelData] ?? Theme.ink; wrapMode: Text.WrapAnywhere; horizontalAlignment: Text.AlignHCenter }
                }
            }
        }
    }
    Section {
        title: qsTr("Inks")
        Repeater {
            model: ["ink", "inkSoft", "inkFaint", "brand", "warn", "danger", "info", "star"]
            Row {
                required property string modelData
                spacing: Theme.s3
                Rectangle { width: 24; height: 24; radius: 12; color: Theme[parent.modelData]; anchors.verticalCenter: parent.verticalCenter }
                Label { anchors.verticalCenter: parent.verticalCenter; text: parent.modelData; color: parent.modelData === "star" ? Theme.ink : Theme[parent.modelData]; weight: Font.Medium }
            }
        }
    }
    Section {
        title: qsTr("Corners and depth")
        Flow {
            width: parent.width
            spacing: Theme.s4
            Repeater {
                model: ["radiusSmall", "radiusPhoto", "radiusCard", "radiusSheet"]
                Rectangle { required property string modelData; width: 72; height: 72; radius: Theme[modelData]; color: Theme.surface; border.width: Theme.hairline; border.color: Theme.line; Label { anchors.centerIn: parent; role: "caption"; text: Theme[parent.modelData] } }
            }
            Item { width: 88; height: 88; Item { x: 8; y: 4; width: 72; height: 72; Shadow { corner: Theme.radiusCard } Rectangle { anchors.fill: parent; radius: Theme.radiusCard; color: Theme.raised } } }
        }
    }
}
