package practice

// What Snowfield ships as handouts. They name no dose and advise nobody to
// stop a medicine: that is the prescriber's. A practice writes its own.
var shippedHandouts = []Handout{
	{Place: Office, Text: handoutBefore + `- Arrange your way home. Agreed so far: {ride home}. You cannot drive yourself.
- Keep the evening free and, if you can, the next morning slow.
- Let your intention rest with you. It needs no effort; one sentence is enough.

## The day

- Food and drink: {fasting}. Ask {prescriber} how to take the medicines you usually take that morning.
- Wear loose, warm clothes, and bring what is good to have near you.
` + handoutSession + `
## Before you leave

You stay at least {stay} after the last dose, and until you are steady on your feet, clear in your head and your readings have settled. Then your ride takes you home.
` + handoutAfter},
	{Place: Virtual, Text: handoutBefore + `- An adult is with you the whole time and stays until you are well again. Agreed so far: {chaperone}.
- Children and pets are with somebody else, or cared for in another room.
- Have within reach: a charged phone, a blood-pressure cuff, a cup to spit into, water, a blanket.
- Know the exact address of where you will be, with the floor and the door code. We ask for it on the day, so that help could find you.
- Let your intention rest with you. It needs no effort; one sentence is enough.

## The day

- Food and drink: {fasting}. Ask {prescriber} how to take the medicines you usually take that morning.
- Choose a quiet room, a bed or a wide chair, and light you can dim.
- If the connection is lost, we call you, then the adult with you. If we reach nobody within {lost connection}, we send emergency services to your address.
` + handoutSession + `
## Before we hang up

We stay with you for at least {stay} after the last dose, and until you are steady on your feet, clear in your head and your readings have settled. The adult with you stays on.
` + handoutAfter},
}

const handoutBefore = `{name}, this sheet is about your dosing session: how to prepare for it, what the day is like, and what helps afterwards. Read it when it is quiet, and bring what you want to ask. There is time for questions before anything begins.

## When and where

{day}, at {place}. Plan for {length}. {therapist} is with you from the beginning to the end.

## The days before

- Your medicines: keep to what your prescriber told you. Ask {prescriber} before you change, add or leave out anything, also what is sold without a prescription.
- Tell us early if something has changed: a new medicine, an illness, a fall, a pregnancy, a hard week, thoughts of ending your life. It may mean another day. It never counts against you.
- Alcohol, cannabis and other substances matter for this session. Tell us openly what you use, and ask well before the day what is right for you.
`

const handoutSession = `- We begin by talking, and measure your blood pressure, pulse and oxygen. If a reading is beyond its limit, we rest and measure again; sometimes we choose another day.
- Then, if you are ready, comes the medicine: {medicine}. You may say no at any moment, also at the last.
- Its effects come, and pass within the session. Your body may feel light, heavy or far away; time may stretch; images, memories and strong feelings may come. Some people are dizzy, feel sick or see double for a while. There is nothing you have to do well.
- You may talk or be silent, cover your eyes or not, and ask for anything to change: the music, the light, the distance between us.
`

const handoutAfter = `
## The hours after

- Do not drive, ride a bicycle, climb or use machines until you have slept a night.
- Do not be the only one who looks after children or others who need you this evening.
- No alcohol, no cannabis and nothing like them today. Ask {prescriber} before you take anything new for sleep or pain.
- Leave big decisions, contracts and hard conversations for another day.
- Eat when you are hungry, something light; drink water; stand up slowly.
- Feelings may go on moving. Tears, tiredness and a wide calm are all common. If you like, write down a few words, or draw.

## The days after

We speak {follow-up}. What came up need not make sense until then; bring it as it is.

Call {therapist’s phone} before that if your mood drops, if sleep does not come for a second night, or if you are worried about anything in your body. If you think of ending your life or harming somebody, do not wait: call emergency services, or, in the United States, call or text 988 at any hour.
`
