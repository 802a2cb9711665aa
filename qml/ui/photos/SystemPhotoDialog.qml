import QtQuick
import QtQuick.Dialogs

FileDialog {
    id: root
    signal filesChosen(var files)
    fileMode: FileDialog.OpenFiles
    title: qsTr("Choose photos")
    nameFilters: [ qsTr("Photos (*.jpg *.jpeg *.png *.webp)") ]
    onAccepted: root.filesChosen(root.selectedFiles)
}
