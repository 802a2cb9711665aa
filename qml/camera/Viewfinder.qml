import QtQuick
import CarGo.Ui
import CarGo.Camera

// What the camera sees, with a frame for what is photographed and a word when the photo would be no good; then the photo itself,
// to be used or taken again.
FocusScope {
    id: root
    required property var camera           // an item, see camera_port.h
    property string title
    property string hint
    property string subject: "free"
    property string angle
    property url ghost
    property url shot                      // the photo; empty while the camera looks
    property bool taking: false
    property bool missed: false            // the last press brought no photo
    property bool ghostShown: true
    readonly property bool live: shot.toString() === ""
    readonly property string trouble: camera ? camera.trouble : "" // it goes a moment before this does
    readonly property bool ready: camera ? camera.ready : false
    readonly property bool troubled: live && trouble !== ""
    signal used(url file)
    signal filesAsked()
    signal leaving()

    function shoot() {
        if (!live || taking || !ready)
            return
        taking = true
        missed = false
        camera.take(judge.newFile())
    }
    function lookAgain() {
        shot = ""
        taking = false
        shutter.forceActiveFocus()
    }
    Component.onCompleted: { camera.parent = stage; camera.anchors.fill = stage; shutter.forceActiveFocus() }
    Keys.onPressed: event => {
        if ([Qt.Key_VolumeUp, Qt.Key_VolumeDown, Qt.Key_Camera].indexOf(event.key) >= 0) {
            root.shoot()
            event.accepted = true
        }
    }
    Accessible.role: Accessible.Dialog
    Accessible.name: title

    ShotJudge { id: judge; onJudged: if (!judging && !root.live) (readable ? use : again).forceActiveFocus(); detailed: ["page", "card", "selfie", "plate"].indexOf(root.subject) >= 0 }
    Connections {
        target: root.camera
        function onTaken() { root.taking = false; judge.judge(); root.shot = judge.photo }
        function onMissed() { root.taking = false; root.missed = true }
    }
    Timer { interval: 300; repeat: true; running: root.live && root.ready && !judge.looking; onTriggered: root.camera.look(image => judge.look(image)) }

    Item {
        id: head
        width: parent.width
        height: Math.max(Theme.touch + Theme.s2, name.implicitHeight + Theme.s4)
        IconButton { id: close; objectName: "camera.close"; x: Theme.s1; anchors.verticalCenter: parent.verticalCenter; iconName: "close"; color: Theme.photoPillInk; text: qsTr("Close the camera"); onClicked: root.leaving() }
        Label { id: name; objectName: "camera.title"; role: "bar"; color: Theme.photoPillInk; anchors { left: close.right; right: parent.right; rightMargin: close.width; verticalCenter: parent.verticalCenter } horizontalAlignment: Text.AlignHCenter; wrapMode: Text.WordWrap; text: root.title }
    }
    Item {
        id: stage
        anchors { top: head.bottom; bottom: root.live ? foot.top : review.top; left: parent.left; right: parent.right }
        clip: true
        Accessible.role: Accessible.Graphic
        Accessible.name: root.live ? qsTr("What the camera sees") : qsTr("The photo")
    }
    Image { objectName: "camera.ghost"; visible: root.live && root.ghostShown && source.toString() !== ""; anchors.fill: stage; source: Theme.photo(root.ghost); fillMode: Image.PreserveAspectFit; opacity: 0.4; Accessible.ignored: true }
    FrameOverlay { objectName: "camera.frame"; visible: root.live && !root.troubled; anchors.fill: stage; anchors.bottomMargin: pill.height + Theme.s4; subject: root.subject; angle: root.angle; quiet: root.ghost.toString() !== "" && root.ghostShown; good: judge.known && judge.hint === ""; doubtful: judge.hint !== "" }
    Rectangle { visible: !root.live; anchors.fill: stage; color: Theme.photoGround; Image { objectName: "camera.photo"; anchors.fill: parent; source: root.shot; fillMode: Image.PreserveAspectFit; autoTransform: true; cache: false; sourceSize { width: 1600; height: 1600 } } }
    Rectangle {
        id: pill
        visible: root.live && !root.troubled
        anchors { horizontalCenter: stage.horizontalCenter; bottom: stage.bottom; bottomMargin: Theme.s2 }
        width: Math.min(stage.width - 2 * Theme.s3, words.implicitWidth + sign.width + Theme.s2 + 2 * Theme.s4)
        height: words.height + Theme.s4
        radius: Math.min(height / 2, Theme.radiusSheet)
        color: Theme.photoPill
        Icon { id: sign; visible: name !== ""; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter; size: 20; color: Theme.photoPillInk; name: root.missed || judge.hint !== "" ? "error_outline" : judge.known ? "check_circle" : "info" }
        Label { id: words; objectName: "camera.hint"; x: sign.x + sign.width + Theme.s2; width: Math.min(implicitWidth, stage.width - 2 * Theme.s3 - sign.width - Theme.s2 - 2 * Theme.s4); anchors.verticalCenter: parent.verticalCenter; color: Theme.photoPillInk; wrapMode: Text.WordWrap; text: root.missed ? qsTr("The camera took no photo. Try again.") : judge.hint || root.hint || qsTr("Press when it is in the picture") }
    }
    Rectangle {
        visible: root.troubled
        anchors.fill: stage
        color: Theme.surface
        EmptyState {
            anchors.centerIn: parent
            iconName: "no_photography"
            tone: "plain"
            title: root.trouble === "refused" ? qsTr("CarGo may not use the camera") : qsTr("The camera does not answer")
            text: root.trouble === "refused" ? qsTr("Allow it in the settings of this device, among the permissions of CarGo, and come back. Or choose a photo that is there already.") : qsTr("Perhaps another app uses it, or the settings of this device do not let CarGo use it. Try again, or choose a photo that is there already.")
            actionText: root.trouble === "refused" ? "" : qsTr("Try again")
            onAction: root.camera.retry()
        }
    }
    Item {
        id: foot
        visible: root.live
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        height: root.troubled ? files.height + Theme.s5 : 72 + 2 * Theme.s5
        Button { id: files; objectName: "camera.files"; visible: root.troubled; anchors { left: parent.left; right: parent.right; margins: Theme.s4; verticalCenter: parent.verticalCenter } iconName: "photo_library"; text: qsTr("Choose a photo"); onClicked: root.filesAsked() }
        IconButton { objectName: "camera.library"; visible: !root.troubled; anchors { left: parent.left; leftMargin: Theme.s4; verticalCenter: parent.verticalCenter } iconName: "photo_library"; color: Theme.photoPillInk; text: qsTr("Choose a photo"); onClicked: root.filesAsked() }
        Shutter { id: shutter; objectName: "camera.shutter"; visible: !root.troubled; anchors.centerIn: parent; ready: root.ready && !root.taking; focus: true; onClicked: root.shoot() }
        Row {
            visible: !root.troubled
            anchors { right: parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter }
            IconButton { objectName: "camera.torch"; visible: root.camera ? root.camera.torchable : false; checkable: true; checked: root.camera ? root.camera.torch : false; iconName: "flash_on"; color: checked ? Theme.brandSoftInk : Theme.photoPillInk; text: qsTr("Light"); onToggled: root.camera.torch = checked }
            IconButton { objectName: "camera.ghost.toggle"; visible: root.ghost.toString() !== ""; iconName: root.ghostShown ? "visibility" : "visibility_off"; color: Theme.photoPillInk; text: root.ghostShown ? qsTr("Hide the older photo") : qsTr("Show the older photo"); onClicked: root.ghostShown = !root.ghostShown }
            IconButton { objectName: "camera.turn"; visible: root.camera ? root.camera.turnable : false; iconName: "autorenew"; color: Theme.photoPillInk; text: qsTr("The other camera"); onClicked: root.camera.front = !root.camera.front }
        }
    }
    Rectangle {
        id: review
        visible: !root.live
        anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
        height: said.height + 2 * Theme.s4
        color: Theme.surface
        Column {
            id: said
            x: Math.max(Theme.s4, (parent.width - 560) / 2)
            y: Theme.s4
            width: parent.width - 2 * x
            spacing: Theme.s3
            Item {
                width: parent.width
                height: Math.max(mark.height, verdict.height)
                Icon { id: mark; anchors.verticalCenter: parent.verticalCenter; name: judge.judging ? "hourglass_empty" : judge.faults.length > 0 || !judge.readable ? "error_outline" : "check_circle"; color: judge.judging ? Theme.inkSoft : judge.faults.length > 0 || !judge.readable ? Theme.warn : Theme.brand }
                Label { id: verdict; objectName: "camera.verdict"; anchors { left: mark.right; leftMargin: Theme.s2; right: parent.right; verticalCenter: parent.verticalCenter } wrapMode: Text.WordWrap; text: judge.judging ? qsTr("Looking at it…") : !judge.readable ? qsTr("It cannot be read. Take it again.") : judge.faults.length > 0 ? judge.faults.join(" ") : qsTr("Sharp and bright enough.") }
            }
            ButtonRow {
                id: ways
                width: parent.width
                Button { id: again; objectName: "camera.again"; width: ways.cell; kind: "outline"; iconName: "refresh"; text: qsTr("Take it again"); onClicked: root.lookAgain() }
                Button { id: use; objectName: "camera.use"; width: ways.cell; enabled: judge.readable; iconName: "done"; text: qsTr("Use it"); onClicked: root.used(root.shot); Keys.onReturnPressed: if (enabled) clicked(); Keys.onEnterPressed: if (enabled) clicked() }
            }
        }
    }
}
