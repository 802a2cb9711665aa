import QtQuick
import CarGo.Ui
import CarGo.Client

// More to show while the evidence window is open: words, photos or both.
Sheet {
    id: root
    signal sent(string text, var photos)
    title: qsTr("Add evidence")
    onClosed: { text.text = ""; photos.clear() }
    TextArea { id: text; objectName: "evidence.text"; width: parent.width; label: qsTr("What does it show?"); minimumLines: 3; maximumLength: 4000 }
    EvidencePhotos { id: photos; width: parent.width; objectName: "evidence.photos" }
    footer: Button { objectName: "evidence.send"; width: parent.width; text: photos.ready ? qsTr("Send") : qsTr("Photos are on their way…"); enabled: photos.ready && (text.text.trim() !== "" || photos.count > 0); onClicked: { root.sent(text.text.trim(), photos.mediaIds()); root.close() } }
}
