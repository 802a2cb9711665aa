import QtQuick
import CarGo.Ui
import CarGo.Client

// A page of the console with the state of its view model: it fills its place, so what is in it does not say how high it is.
StateView {
    id: root
    required property ViewModel vm

    implicitHeight: 0
    phase: vm.phase === ViewModel.Failed ? (vm.trouble.kind === "forbidden" ? "denied" : vm.trouble.kind === "gone" ? "missing" : vm.unreachable ? "offline" : "error") : vm.phase === ViewModel.Empty ? "empty" : vm.phase === ViewModel.Ready ? "ready" : "loading"
    stale: vm.stale
    errorText: vm.errorText
    traceText: vm.trouble.traceId
    onRetried: vm.reload()
}
