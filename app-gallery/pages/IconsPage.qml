import QtQuick
import CarGo.Ui

GalleryPage {
    Section {
        title: qsTr("Icons")
        Grid {
            id: grid
            width: parent.width
            columns: Math.max(3, Math.floor(width / 96))
            Repeater {
                model: IconNames.list()
                Item {
                    required property string modelData
                    width: grid.width / grid.columns
                    height: name.y + name.height + Theme.s3
                    Icon { id: sign; anchors.horizontalCenter: parent.horizontalCenter; y: Theme.s2; name: parent.modelData; size: 24; color: Theme.ink }
                    Label { id: name; role: "tiny"; y: sign.y + sign.height + 4; width: parent.width - 4; x: 2; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WrapAnywhere; text: parent.modelData }
                }
            }
        }
    }
}
