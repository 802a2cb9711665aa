import QtQuick
import CarGo.Ui
import CarGo.Client
import CarGo.Listings

// The car picker: questions and answers side by side where there is room, else one behind the other.
Page {
    id: root
    property string sentence               // to begin with
    property bool answering: false         // on a phone: the cars are shown, not the questions
    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool questionsShown: wide || !answering
    readonly property bool resultsShown: wide || answering
    title: qsTr("Pick a car")
    back: true
    footing: foot.visible ? foot.height : 0
    Component.onCompleted: {
        if (sentence === "")
            return
        vm.sentence = sentence
        pick()
    }
    PickerViewModel { id: vm; onFailed: text => Nav.tell(text) }
    Draft { key: root.sentence === "" ? "picker" : ""; target: vm; properties: ["sentence", "answers"] }
    SavedSearchesViewModel {
        id: kept
        onSaved: already => Nav.tell(already ? qsTr("You keep this search already") : qsTr("The search is kept"), { action: qsTr("Show"), run: () => Nav.go("savedSearches") })
        onFailed: text => Nav.tell(text)
    }
    function pick() {
        vm.pick()
        answering = true
        right.contentY = 0
    }
    function keep() {
        if (Session.signedIn)
            kept.save(vm.queryText)
        else
            Nav.needSignIn(qsTr("Sign in, and the search is kept on all your devices."), () => kept.save(vm.queryText))
    }
    Flickable {
        id: left
        objectName: "picker.questions"
        visible: root.questionsShown
        width: root.wide ? 400 : parent.width
        anchors { top: parent.top; bottom: foot.visible ? foot.top : parent.bottom }
        contentHeight: questions.height + 2 * Theme.s4
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: questions
            x: root.wide ? Theme.s5 : root.side
            y: Theme.s4
            width: parent.width - 2 * x
            spacing: Theme.s5
            PickerQuestions { width: parent.width; picker: vm }
            Button { objectName: "picker.go"; visible: root.wide; width: parent.width; enabled: !vm.empty; busy: vm.busy; text: qsTr("Pick cars"); onClicked: root.pick() }
            Button { objectName: "picker.clear"; visible: !vm.empty; width: parent.width; kind: "text"; text: qsTr("Clear all"); onClicked: vm.clear() }
        }
    }
    Rectangle { visible: root.wide; x: left.width; width: Theme.hairline; height: parent.height; color: Theme.line }
    Flickable {
        id: right
        objectName: "picker.results"
        visible: root.resultsShown
        anchors { left: root.wide ? left.right : parent.left; right: parent.right; top: parent.top; bottom: parent.bottom }
        contentHeight: body.height + 2 * Theme.s5
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: body
            x: root.wide ? Theme.s6 : root.side
            y: Theme.s4
            width: Math.min(760, parent.width - 2 * x)
            SkeletonList { visible: vm.phase === ViewModel.Loading; width: parent.width; rows: 4 }
            ErrorState { visible: vm.phase === ViewModel.Failed; width: parent.width; trouble: vm.trouble; onRetry: vm.reload(); onBack: Nav.back(); onSignIn: Nav.askSignIn() }
            EmptyState { visible: vm.phase === ViewModel.Idle; anchors.horizontalCenter: parent.horizontalCenter; width: Math.min(420, parent.width); iconName: "directions_car"; title: qsTr("Tell what you need"); text: qsTr("A sentence or a few answers are enough. Each car then says why it is here.") }
            PickerResults { visible: vm.phase === ViewModel.Ready || vm.phase === ViewModel.Empty; width: parent.width; picker: vm; back: !root.wide; onKept: root.keep(); onAsked: root.answering = false }
        }
    }
    ActionBar {
        id: foot
        visible: !root.wide && !root.answering
        anchors.bottom: parent.bottom
        side: root.side
        Button { objectName: "picker.show"; width: parent.width; enabled: !vm.empty; busy: vm.busy; text: qsTr("Pick cars"); onClicked: root.pick() }
    }
}
