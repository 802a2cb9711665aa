import QtQuick
import QtMultimedia
import CarGo.Camera

// What a camera of this device sees; its properties and functions are described in camera_port.h. Only loaded when a photo is
// to be taken: where Qt Multimedia or a camera is missing, photos come from files.
Item {
    id: root
    readonly property bool found: devices.videoInputs.length > 0
    readonly property string trouble: access.refused ? "refused" : camera.error !== Camera.NoError ? "failed" : ""
    readonly property bool ready: camera.active && shutter.readyForCapture
    property bool front: false
    readonly property bool turnable: devices.videoInputs.length > 1
    property bool torch: false
    readonly property bool torchable: camera.active && camera.isTorchModeSupported(Camera.TorchOn)
    signal taken()
    signal missed()
    function look(done) {
        const scale = Math.min(1, 512 / Math.max(out.width, out.height, 1))
        out.grabToImage(result => done(result.image), Qt.size(Math.max(1, Math.round(out.width * scale)), Math.max(1, Math.round(out.height * scale))))
    }
    function take(path) { shutter.captureToFile(path) }
    function retry() { camera.active = false; camera.active = Qt.binding(() => access.granted && root.found) }
    function device() {
        const wanted = root.front ? CameraDevice.FrontFace : CameraDevice.BackFace
        for (let at = 0; at < devices.videoInputs.length; ++at)
            if (devices.videoInputs[at].position === wanted)
                return devices.videoInputs[at]
        return devices.defaultVideoInput
    }
    MediaDevices { id: devices }
    CameraAccess { id: access }
    CaptureSession {
        camera: Camera { id: camera; cameraDevice: root.device(); active: access.granted && root.found; torchMode: root.torch && root.torchable ? Camera.TorchOn : Camera.TorchOff }
        imageCapture: ImageCapture { id: shutter; onImageSaved: root.taken(); onErrorOccurred: root.missed() }
        videoOutput: out
    }
    VideoOutput { id: out; anchors.fill: parent; fillMode: VideoOutput.PreserveAspectCrop }
}
