<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AmendmentCard</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message numerus="yes">
        <source>%n bar(s). Highest: %1, %2</source>
        <translation>
            <numerusform>%n bar. Highest: %1, %2</numerusform>
            <numerusform>%n bars. Highest: %1, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message numerus="yes">
        <source>%n deal(s) done</source>
        <translation>
            <numerusform>%n deal done</numerusform>
            <numerusform>%n deals done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatsPage</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckoutPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriverCard</name>
    <message numerus="yes">
        <source>★ %1 · %n review(s)</source>
        <translation>
            <numerusform>★ %1 · %n review</numerusform>
            <numerusform>★ %1 · %n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) done</source>
        <translation>
            <numerusform>%n deal done</numerusform>
            <numerusform>%n deals done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListingModel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineBar</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatingStars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n car(s)</source>
        <translation>
            <numerusform>%n car</numerusform>
            <numerusform>%n cars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n car(s)</source>
        <translation>
            <numerusform>Show %n car</numerusform>
            <numerusform>Show %n cars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::chat::ChatViewModel</name>
    <message numerus="yes">
        <source>At most %n photo(s) in one message.</source>
        <translation>
            <numerusform>At most %n photo in one message.</numerusform>
            <numerusform>At most %n photos in one message.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::client::Format</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::deals::DealViewModel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
