import QtQuick
import CarGo.Ui

GalleryPage {
    id: root
    readonly property var photos: ["blue-1", "white-2", "red-3", "green-4", "sand-5"].map(name => "image://demo/media/" + name + "/1200")
    Section {
        title: qsTr("Gallery")
        PhotoGallery { width: parent.width; height: Math.round(width * 0.62); radius: Theme.radiusPhoto; photos: root.photos; onTapped: viewer.show(photos, currentIndex) }
        PhotoRow { width: parent.width; ground: Theme.page; photos: root.photos; onOpened: at => viewer.show(photos, at) }
        PhotoViewer { id: viewer }
    }
    Section {
        title: qsTr("To be sent, in an order")
        PhotoGrid {
            width: parent.width
            ground: Theme.page
            orderable: true
            cover: true
            addText: qsTr("Add")
            onMoved: (from, to) => rows.move(from, to, 1)
            onRemoved: key => { for (let at = 0; at < rows.count; ++at) if (rows.get(at).key === key) { rows.remove(at); return } }
            model: ListModel {
                id: rows
                Component.onCompleted: {
                    const said = [["ready", 0], ["done", 1], ["uploading", 0.6], ["queued", 0], ["failed", 0]]
                    for (let at = 0; at < said.length; ++at)
                        append({ key: String(at), source: "image://demo/media/" + ["blue-1", "white-2", "red-3", "green-4", "sand-5"][at] + "/400", state: said[at][0], progress: said[at][1], errorText: said[at][0] === "failed" ? qsTr("The network broke off") : "" })
                }
            }
        }
    }
    Section {
        title: qsTr("Without a photo, and broken")
        Row {
            spacing: Theme.s3
            Photo { width: 104; height: 84; radius: Theme.radiusPhoto; ground: Theme.page }
            Photo { width: 104; height: 84; radius: Theme.radiusPhoto; ground: Theme.page; source: "image://demo/none" }
        }
    }
    Section {
        title: qsTr("Code for the handover")
        Flow {
            width: parent.width
            spacing: Theme.s4
            QrCode { size: 160; text: "cargo://handover/481926"; caption: "481 926" }
            QrCode { size: 160 }
        }
    }
}
