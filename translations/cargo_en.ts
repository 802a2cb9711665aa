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
    <name>AnglesCard</name>
    <message numerus="yes">
        <source>All %n photo(s)</source>
        <translation>
            <numerusform>The one photo</numerusform>
            <numerusform>All %n photos</numerusform>
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
    <message numerus="yes">
        <source>%n photo(s) hidden: a contact can be read in it. It is shown when the deal is done.</source>
        <translation>
            <numerusform>%n photo hidden: a contact can be read in it. It is shown when the deal is done.</numerusform>
            <numerusform>%n photos hidden: a contact can be read in them. They are shown when the deal is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatSearch</name>
    <message numerus="yes">
        <source>More than %n found</source>
        <translation>
            <numerusform>More than %n found</numerusform>
            <numerusform>More than %n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
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
    <name>ChatThread</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
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
    <name>ComparePage</name>
    <message numerus="yes">
        <source>%n car(s) no longer offered and not shown</source>
        <translation>
            <numerusform>%n car is no longer offered and not shown</numerusform>
            <numerusform>%n cars are no longer offered and not shown</numerusform>
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
    <name>DealPage</name>
    <message numerus="yes">
        <source>Not sent yet: %n</source>
        <translation>
            <numerusform>Not sent yet: %n</numerusform>
            <numerusform>Not sent yet: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealStory</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>delivery</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed: the chain of %n record(s) holds</source>
        <translation>
            <numerusform>Nothing was changed: the chain of %n record holds</numerusform>
            <numerusform>Nothing was changed: the chain of %n records holds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later than agreed</source>
        <translation>
            <numerusform>%n day later than agreed</numerusform>
            <numerusform>%n days later than agreed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier than agreed</source>
        <translation>
            <numerusform>%n day earlier than agreed</numerusform>
            <numerusform>%n days earlier than agreed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late. You can report a problem at any time.</source>
        <translation>
            <numerusform>%n day late. You can report a problem at any time.</numerusform>
            <numerusform>%n days late. You can report a problem at any time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late. Propose another term to the buyer.</source>
        <translation>
            <numerusform>A day late. Propose another term to the buyer.</numerusform>
            <numerusform>%n days late. Propose another term to the buyer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>span</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>span</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>span</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisputeCard</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence. See both sides, add yours.</source>
        <translation>
            <numerusform>%n piece of evidence. See both sides, add yours.</numerusform>
            <numerusform>%n pieces of evidence. See both sides, add yours.</numerusform>
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
    <name>DriverHead</name>
    <message numerus="yes">
        <source>review(s)</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>review</numerusform>
            <numerusform>reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deal(s) done</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>deal done</numerusform>
            <numerusform>deals done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceColumn</name>
    <message numerus="yes">
        <source>%n photo(s) are not what was handed in</source>
        <translation>
            <numerusform>%n photo is not what was handed in</numerusform>
            <numerusform>%n photos are not what was handed in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetGroup</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message numerus="yes">
        <source>up to %n day(s)</source>
        <translation>
            <numerusform>up to %n day</numerusform>
            <numerusform>up to %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FavouritesPage</name>
    <message numerus="yes">
        <source>%n became cheaper since you kept it</source>
        <translation>
            <numerusform>%n became cheaper since you kept it</numerusform>
            <numerusform>%n became cheaper since you kept them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is not offered any more</source>
        <translation>
            <numerusform>%n is not offered any more</numerusform>
            <numerusform>%n are not offered any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeePreview</name>
    <message numerus="yes">
        <source>The newest %n deal(s)</source>
        <translation>
            <numerusform>The newest deal</numerusform>
            <numerusform>The newest %n deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message numerus="yes">
        <source>%n point(s) of the list are not ticked. Say yes only when you have seen the car, its papers and keys.</source>
        <translation>
            <numerusform>%n point of the list is not ticked. Say yes only when you have seen the car, its papers and keys.</numerusform>
            <numerusform>%n points of the list are not ticked. Say yes only when you have seen the car, its papers and keys.</numerusform>
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
    <name>KycCase</name>
    <message numerus="yes">
        <source>Handed in %n time(s)</source>
        <translation>
            <numerusform>Handed in once</numerusform>
            <numerusform>Handed in %n times</numerusform>
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
    <name>MeetPage</name>
    <message numerus="yes">
        <source>%n tries are left.</source>
        <translation>
            <numerusform>%n try is left.</numerusform>
            <numerusform>%n tries are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavRow</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message numerus="yes">
        <source>%n car(s)</source>
        <translation>
            <numerusform>%n car</numerusform>
            <numerusform>%n cars</numerusform>
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
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n yours</source>
        <translation>
            <numerusform>%n yours</numerusform>
            <numerusform>%n yours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairsCard</name>
    <message numerus="yes">
        <source>%n new damage(s) by the driver&apos;s word</source>
        <translation>
            <numerusform>%n new damage by the driver&apos;s word</numerusform>
            <numerusform>%n new damages by the driver&apos;s word</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n side(s)</source>
        <translation>
            <numerusform>The one side</numerusform>
            <numerusform>All %n sides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickUpPage</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickerQuestions</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickerResults</name>
    <message numerus="yes">
        <source>%n car(s) fit</source>
        <translation>
            <numerusform>%n car fits</numerusform>
            <numerusform>%n cars fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceCard</name>
    <message numerus="yes">
        <source>All %n change(s)</source>
        <translation>
            <numerusform>The %n change</numerusform>
            <numerusform>All %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message numerus="yes">
        <source>%n thing(s) that you wrote were not sent yet and will be deleted from this device.</source>
        <translation>
            <numerusform>%n thing that you wrote was not sent yet and will be deleted from this device.</numerusform>
            <numerusform>%n things that you wrote were not sent yet and will be deleted from this device.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueOrders</name>
    <message numerus="yes">
        <source>Done, but for %n: a colleague has it, or it waits no more.</source>
        <translation>
            <numerusform>Done, but for %n: a colleague has it, or it waits no more.</numerusform>
            <numerusform>Done, but for %n: colleagues have them, or they wait no more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message numerus="yes">
        <source>of %n review(s). A few reviews count less than many: one alone makes no five stars.</source>
        <translation>
            <numerusform>of %n review. A few reviews count less than many: one alone makes no five stars.</numerusform>
            <numerusform>of %n reviews. A few reviews count less than many: one alone makes no five stars.</numerusform>
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
    <name>Reasons</name>
    <message numerus="yes">
        <source>%n person(s) looked at it lately</source>
        <translation>
            <numerusform>%n person looked at it lately</numerusform>
            <numerusform>%n people looked at it lately</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCase</name>
    <message numerus="yes">
        <source>%n report(s) of the same</source>
        <translation>
            <numerusform>%n report of the same</numerusform>
            <numerusform>%n reports of the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>up to</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
    <name>TodayPage</name>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n new</numerusform>
            <numerusform>Notifications, %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent yet: %n</source>
        <translation>
            <numerusform>Not sent yet: %n</numerusform>
            <numerusform>Not sent yet: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleTexts</name>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many attempts. Try again in %n second.</numerusform>
            <numerusform>Too many attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>published %n day(s) ago</source>
        <translation>
            <numerusform>published %n day ago</numerusform>
            <numerusform>published %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>term</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delivery in %n day(s)</source>
        <translation>
            <numerusform>Delivery in %n day</numerusform>
            <numerusform>Delivery in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::chat::ChatViewModel</name>
    <message numerus="yes">
        <source>It is too late to change this message: that works for %n minute(s).</source>
        <translation>
            <numerusform>It is too late to change this message: that works for %n minute.</numerusform>
            <numerusform>It is too late to change this message: that works for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::chat::ChatWriter</name>
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
    <message numerus="yes">
        <source>Updated %n minute(s) ago</source>
        <translation>
            <numerusform>Updated %n minute ago</numerusform>
            <numerusform>Updated %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Updated %n hour(s) ago</source>
        <translation>
            <numerusform>Updated %n hour ago</numerusform>
            <numerusform>Updated %n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::deals::CheckoutViewModel</name>
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
<context>
    <name>cargo::driver::RatingViewModel</name>
    <message numerus="yes">
        <source>%n car(s) in time</source>
        <translation>
            <numerusform>%n car in time</numerusform>
            <numerusform>%n cars in time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n car(s) late</source>
        <translation>
            <numerusform>%n car late</numerusform>
            <numerusform>%n cars late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over the term in all. Agree to a term that has room.</source>
        <translation>
            <numerusform>%n day over the term in all. Agree to a term that has room.</numerusform>
            <numerusform>%n days over the term in all. Agree to a term that has room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) decided for the buyer</source>
        <translation>
            <numerusform>%n dispute decided for the buyer</numerusform>
            <numerusform>%n disputes decided for the buyer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid deal(s) cancelled</source>
        <translation>
            <numerusform>%n paid deal cancelled</numerusform>
            <numerusform>%n paid deals cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n amendment(s)</source>
        <translation>
            <numerusform>%n amendment</numerusform>
            <numerusform>%n amendments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::listings::CompareViewModel</name>
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
    <name>cargo::listings::WhyViewModel</name>
    <message numerus="yes">
        <source>%n point(s) in all. Nobody paid for this place.</source>
        <translation>
            <numerusform>%n point in all. Nobody paid for this place.</numerusform>
            <numerusform>%n points in all. Nobody paid for this place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved down: %n of the same driver stand above.</source>
        <translation>
            <numerusform>Moved down: %n of the same driver stands above.</numerusform>
            <numerusform>Moved down: %n of the same driver stand above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved down: %n of the same model stand above.</source>
        <translation>
            <numerusform>Moved down: %n of the same model stands above.</numerusform>
            <numerusform>Moved down: %n of the same model stand above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) lower than by points: cars like those that you looked at stand above.</source>
        <translation>
            <numerusform>%n place lower than by points: cars like those that you looked at stand above.</numerusform>
            <numerusform>%n places lower than by points: cars like those that you looked at stand above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) higher than by points: %1.</source>
        <translation>
            <numerusform>%n place higher than by points: %1.</numerusform>
            <numerusform>%n places higher than by points: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cargo::profile::NotificationsViewModel</name>
    <message numerus="yes">
        <source>%n car(s) for a search that you keep</source>
        <translation>
            <numerusform>%n car for a search that you keep</numerusform>
            <numerusform>%n cars for a search that you keep</numerusform>
        </translation>
    </message>
</context>
</TS>
