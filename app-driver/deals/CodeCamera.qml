import QtQuick
import QtMultimedia
import CarGo.Ui
import CarGo.Driver

// What the camera sees, looked through for the buyer's QR code. Only loaded when it is asked for: where Qt Multimedia or a camera
// is missing, the picture and the digits remain.
Item {
    id: root
    readonly property bool working: devices.videoInputs.length > 0 && camera.error === Camera.NoError
    signal found(string text)
    height: Math.round(width * 0.75)
    MediaDevices { id: devices }
    CaptureSession { camera: Camera { id: camera; active: root.working } videoOutput: out }
    Rectangle { anchors.fill: parent; radius: Theme.radiusPhoto; color: Theme.sunken }
    VideoOutput { id: out; anchors.fill: parent; fillMode: VideoOutput.PreserveAspectCrop; Accessible.role: Accessible.Graphic; Accessible.name: qsTr("Camera: hold the buyer's QR code into the picture") }
    Label { visible: !root.working; anchors.centerIn: parent; width: parent.width - Theme.s6; horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; text: qsTr("The camera does not answer. Take the code from a picture, or type the digits.") }
    CodeReader { id: reader }
    Timer {
        property bool looking: false
        interval: 300
        repeat: true
        running: root.working && root.visible
        onTriggered: {
            if (looking)
                return
            looking = out.grabToImage(result => {
                looking = false
                const text = reader.textIn(result.image)
                if (text !== "")
                    root.found(text)
            })
        }
    }
}
