import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Driver

// What a driver's rating is made of, what lifts and what lowers it, and the way to answer a review that is not fair.
Page {
    id: root
    source: vm
    title: qsTr("My rating")
    back: true
    contentMaximum: 720
    RatingViewModel { id: vm; onFailed: text => Nav.tell(text, { tone: "danger" }) }
    SkeletonList { visible: vm.phase === ViewModel.Loading; x: root.side; width: parent.width - 2 * root.side }
    ErrorState { visible: vm.phase === ViewModel.Failed; anchors.centerIn: parent; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
    Flickable {
        visible: vm.phase === ViewModel.Ready
        anchors.fill: parent
        contentHeight: body.height + Theme.s6
        Column {
            id: body
            x: root.side
            width: parent.width - 2 * root.side
            spacing: Theme.s3
            Card {
                objectName: "rating.card"
                width: parent.width
                spacing: Theme.s2
                Label { role: "figure"; text: vm.rating.count > 0 ? Figures.decimal(vm.rating.mean, 1) : "–"; Accessible.name: qsTr("Rating %1 of 5").arg(text) }
                Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: vm.rating.count > 0 ? qsTr("of %n review(s). A few reviews count less than many: one alone makes no five stars.", "", vm.rating.count) : qsTr("No reviews yet. The first comes when a deal is done and both have written.") }
                Repeater {
                    model: [5, 4, 3, 2, 1]
                    Row {
                        id: bar
                        required property int modelData
                        readonly property int count: vm.rating.stars !== undefined ? vm.rating.stars[modelData - 1] : 0
                        width: body.width - 2 * Theme.s4
                        spacing: Theme.s3
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("%1 stars: %2").arg(modelData).arg(count)
                        Label { width: 16; text: bar.modelData; Accessible.ignored: true }
                        ProgressBar { anchors.verticalCenter: parent.verticalCenter; width: parent.width - 16 - 40 - 2 * parent.spacing; value: vm.rating.count > 0 ? bar.count / vm.rating.count : 0; Accessible.ignored: true }
                        Label { width: 40; horizontalAlignment: Text.AlignRight; text: bar.count; Accessible.ignored: true }
                    }
                }
            }
            RatingReasons { width: body.width; objectName: "rating.helps"; head: qsTr("What helps you"); entries: vm.helps; sign: "trending_up" }
            RatingReasons { width: body.width; objectName: "rating.hurts"; head: qsTr("What costs you"); entries: vm.hurts; sign: "trending_down"; ink: Theme.warn }
            Card {
                visible: vm.trend.length > 1
                width: parent.width
                spacing: Theme.s3
                Label { role: "bar"; width: parent.width; wrapMode: Text.WordWrap; text: qsTr("Month by month") }
                LineChart { name: qsTr("Stars by month"); width: parent.width - 2 * Theme.s4; height: 180; fromZero: false; lowest: 1; highest: 5; ticksWanted: 4; labels: vm.trend.map(entry => entry.label); series: [{ name: qsTr("Stars"), values: vm.trend.map(entry => entry.value) }] }
            }
            Repeater {
                model: vm.reviews
                Card {
                    id: review
                    required property string dealId
                    required property int stars
                    required property string text
                    required property string author
                    required property string moment
                    width: body.width
                    spacing: Theme.s2
                    Label { width: parent.width; weight: Font.DemiBold; wrapMode: Text.WordWrap; text: [review.author, qsTr("%1 of 5").arg(review.stars), review.moment].join(" · ") }
                    Label { visible: text !== ""; width: parent.width; wrapMode: Text.WordWrap; text: review.text }
                    Button { objectName: "rating.appeal." + review.dealId; visible: review.stars < 4; kind: "text"; text: qsTr("This is not fair"); onClicked: { sheet.dealId = review.dealId; sheet.open() } }
                }
            }
        }
    }
    Sheet {
        id: sheet
        property string dealId
        title: qsTr("Appeal against a review")
        Label { width: parent.width; role: "second"; wrapMode: Text.WordWrap; text: qsTr("Support reads the review, the deal and your words, and answers you in a ticket.") }
        TextArea { id: words; objectName: "appeal.words"; width: parent.width; label: qsTr("What is not true in it"); maximumLength: 2000 }
        footer: Button { objectName: "appeal.send"; width: parent.width; enabled: words.text.trim() !== ""; text: qsTr("Send it"); onClicked: { if (vm.appeal(sheet.dealId, words.text.trim())) { words.text = ""; sheet.close(); Nav.tell(qsTr("Kept. It goes to CarGo as soon as there is a line."), { tone: "good" }) } } }
    }
}
