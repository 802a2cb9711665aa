import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Deals

// Stars with words, and why nobody has to be afraid of an answer. After it was sent: what happens with it.
Page {
    id: root
    footing: foot.height
    source: vm
    property string dealId
    property int stars: 0
    property alias comment: said.text
    property bool sent: false
    readonly property var words: [qsTr("Choose the stars"), qsTr("Bad: I would not do it again"), qsTr("Poor"), qsTr("It was all right"), qsTr("Good"), qsTr("Excellent, I recommend him")]
    title: qsTr("Review")
    back: true
    contentMaximum: 640
    DealViewModel { id: vm; dealId: root.dealId; onReviewed: { draft.clear(); root.sent = true } onFailed: text => Nav.tell(text, { tone: "danger" }) }
    Draft { id: draft; key: "review/" + root.dealId; target: root; properties: ["stars", "comment"] }
    SkeletonPage { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side; photo: false }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    EmptyState {
        visible: vm.phase === ViewModel.Ready && (root.sent || vm.deal.reviewable !== true)
        anchors.centerIn: parent
        iconName: root.sent || vm.deal.reviewed ? "check_circle" : "star_border"
        title: root.sent ? qsTr("Thank you!") : vm.deal.reviewed ? qsTr("Your review is written") : qsTr("No review can be written now")
        text: root.sent || vm.deal.reviewed ? qsTr("It appears together with the driver's, at the latest 14 days after the deal. Until then nobody reads it.") : qsTr("Reviews open when the deal is done and close after 14 days.")
        actionText: qsTr("To the deal")
        onAction: Nav.back()
    }
    Flickable {
        visible: vm.phase === ViewModel.Ready && !root.sent && vm.deal.reviewable === true
        anchors { fill: parent; bottomMargin: foot.height }
        contentHeight: column.implicitHeight + Theme.s6
        Column {
            id: column
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s5
            DealHead { width: parent.width; deal: vm.deal }
            Column {
                width: parent.width
                spacing: Theme.s2
                Label { width: parent.width; role: "heading"; text: vm.deal.other ? qsTr("How was it with %1?").arg(vm.deal.other) : qsTr("How was the deal?"); wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
                RatingStars { anchors.horizontalCenter: parent.horizontalCenter; editable: true; value: root.stars; onChosen: stars => root.stars = stars }
                Label { objectName: "review.words"; width: parent.width; weight: Font.Medium; color: root.stars > 0 ? Theme.ink : Theme.inkSoft; text: root.words[root.stars]; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignHCenter }
            }
            TextArea { id: said; objectName: "review.comment"; width: parent.width; label: qsTr("What should others know?"); placeholder: qsTr("The condition of the car, the term, how you were kept informed"); maximumLength: 2000 }
            Banner { width: parent.width; iconName: "visibility_off"; title: qsTr("Neither side sees the other's review first"); text: qsTr("Both appear together, when both are written or after 14 days. So nobody has to be afraid of an answer.") }
        }
    }
    ActionBar {
        id: foot
        visible: vm.phase === ViewModel.Ready && !root.sent && vm.deal.reviewable === true
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "review.send"; width: parent.width; text: qsTr("Send the review"); enabled: root.stars > 0; busy: vm.busy; onClicked: vm.review(root.stars, root.comment.trim(), draft.key) }
    }
}
