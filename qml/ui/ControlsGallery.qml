import QtQuick

// Every control of this module on one page, for looking at and for tests.
Page {
    id: root
    title: "CarGo.Ui"
    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.s6
        Column {
            id: column
            x: Theme.s4
            width: Math.min(640, parent.width - 2 * Theme.s4)
            spacing: Theme.s4
            Flow {
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: ["filled", "tonal", "outline", "text", "danger"]
                    Button { required property string modelData; kind: modelData; text: modelData; iconName: "check" }
                }
                Button { text: "busy"; busy: true }
                Button { text: "disabled"; enabled: false }
                IconButton { iconName: "favorite_border"; text: "icon" }
            }
            Flow {
                width: parent.width
                spacing: Theme.s2
                Chip { text: "chip"; checkable: true }
                Chip { text: "chosen"; strong: true }
                Chip { text: "removable"; removable: true }
                Repeater { model: ["good", "info", "warn", "danger", "plain"]; Badge { required property string modelData; tone: modelData; text: modelData; iconName: "lock" } }
                Avatar { name: "Olga Kim"; online: true }
            }
            TextField { width: parent.width; label: "Field"; hint: "hint" }
            TextField { width: parent.width; label: "Secret"; secret: true; errorText: "error" }
            TextArea { width: parent.width; label: "Lines"; placeholder: "placeholder" }
            Repeater { model: ["good", "info", "warn", "danger"]; Banner { required property string modelData; width: parent.width; tone: modelData; title: modelData; text: "A sentence that stays." } }
            Card { width: parent.width; ListRow { width: parent.width; iconName: "devices"; text: "Row"; detail: "detail"; value: "value" } }
            RatingStars { value: 4.5 }
            RatingStars { editable: true; value: 3 }
            TimelineStep { width: parent.width; title: "done"; detail: "detail"; state_: "done" }
            TimelineStep { width: parent.width; title: "now"; detail: "detail"; state_: "now" }
            TimelineStep { width: parent.width; title: "next"; detail: "detail"; last: true }
            SkeletonList { width: parent.width; rows: 1 }
            EmptyState { title: "Empty"; text: "What this place is for"; actionText: "One action" }
            ErrorState { text: "What happened, what is safe, what to do" }
        }
    }
}
