import CarGo.Ui

// An amount with the sign of its currency behind. Minor units go in and come out: 265000000 for 2 650 000 ₽. Whole units
// are typed, as prices of cars are; `minor: true` also takes kopecks.
NumberField {
    property string currency: "RUB"
    property bool minor: false
    property real amountMinor: NaN
    readonly property real unit: Math.pow(10, Figures.exponent(currency))
    readonly property real enteredMinor: isNaN(entered) ? NaN : Math.round(entered * unit)

    value: isNaN(amountMinor) ? NaN : amountMinor / unit
    decimals: minor ? Figures.exponent(currency) : 0
    padded: minor
    suffix: Figures.sign(currency)
}
