### What is said in a group's own language: the first letter to it, and the labels of its poster. Each text has the key of
### the catalogue's with the code of the language behind it. A letter is to strangers, in the polite form where a language
### has one, and fits women and men.

## German

letter-subject-de = Frage zu { $group }
letter-de =
    Guten Tag,

    ich heiße … und arbeite als … Ich habe Ihre Seite gelesen, und Ihre Gruppe interessiert mich, weil …

    { $question }

    Mit freundlichen Grüßen
letter-join-de = Kann ich mitmachen, und was wäre der nächste Schritt?
letter-visit-de = Ich würde gern zu einem Treffen kommen. Sollte ich vorher etwas wissen oder tun?
letter-forming-de = Suchen Sie noch Mitglieder? Ich wäre gern von Anfang an dabei.
letter-list-de = Kann ich auf Ihre Warteliste kommen?
letter-full-de = Ich weiß, dass im Moment kein Platz frei ist. Würden Sie mir schreiben, wenn einer frei wird?
letter-paused-de = Ich weiß, dass die Gruppe gerade pausiert. Ist geplant, dass Sie sich wieder treffen, und könnte ich dann dazukommen?
facts-who-de = Für
facts-meets-de = Treffen
facts-where-de = Wo
facts-costs-de = Kosten
facts-language-de = Sprache
event-places-open-de = Es sind Plätze frei. Zum Mitmachen: { $contact }
event-places-waiting-list-de = Es gibt eine Warteliste. Zum Eintragen: { $contact }
event-places-full-de = Die Gruppe nimmt zurzeit niemanden auf. Fragen nach Plätzen an: { $contact }
event-contact-de = Fragen zum Mitmachen an: { $contact }

## Spanish

letter-subject-es = Una pregunta sobre { $group }
letter-es =
    Buenos días:

    Me llamo … y trabajo como … He leído su página y el grupo me interesa porque …

    { $question }

    Un cordial saludo,
letter-join-es = ¿Podría unirme a ustedes? ¿Cuál sería el siguiente paso?
letter-visit-es = Me gustaría asistir a una reunión. ¿Hay algo que deba saber o hacer antes?
letter-forming-es = ¿Siguen buscando participantes? Me gustaría participar desde el principio.
letter-list-es = ¿Podría apuntarme a su lista de espera?
letter-full-es = Sé que ahora no hay plazas. ¿Podrían avisarme cuando quede una libre?
letter-paused-es = Sé que el grupo está en pausa. ¿Tienen previsto volver a reunirse? ¿Podría unirme entonces?
facts-who-es = Para
facts-meets-es = Reuniones
facts-where-es = Dónde
facts-costs-es = Coste
facts-language-es = Idioma
event-places-open-es = Hay plazas libres. Para unirse: { $contact }
event-places-waiting-list-es = Hay una lista de espera. Para apuntarse: { $contact }
event-places-full-es = El grupo no admite a nadie por ahora. Para preguntar por plazas: { $contact }
event-contact-es = Para preguntar cómo unirse: { $contact }

## French

letter-subject-fr = Une question sur { $group }
letter-fr =
    Bonjour,

    Je m’appelle … et je suis … J’ai lu votre page, et votre groupe m’intéresse parce que …

    { $question }

    Bien cordialement
letter-join-fr = Puis-je me joindre à vous, et quelle serait la prochaine étape ?
letter-visit-fr = J’aimerais venir à une réunion. Y a-t-il quelque chose à savoir ou à faire avant ?
letter-forming-fr = Cherchez-vous encore des membres ? J’aimerais participer dès le début.
letter-list-fr = Puis-je m’inscrire sur votre liste d’attente ?
letter-full-fr = Je sais qu’il n’y a pas de place en ce moment. Pourriez-vous me prévenir quand une place se libérera ?
letter-paused-fr = Je sais que le groupe est en pause. Pensez-vous reprendre vos réunions, et pourrais-je alors vous rejoindre ?
facts-who-fr = Pour
facts-meets-fr = Réunions
facts-where-fr = Où
facts-costs-fr = Coût
facts-language-fr = Langue
event-places-open-fr = Il y a des places. Pour participer : { $contact }
event-places-waiting-list-fr = Il y a une liste d’attente. Pour s’y inscrire : { $contact }
event-places-full-fr = Le groupe n’accueille pas de nouveaux membres pour le moment. Pour demander une place : { $contact }
event-contact-fr = Pour demander à participer : { $contact }

## Italian

letter-subject-it = Una domanda su { $group }
letter-it =
    Buongiorno,

    mi chiamo … e lavoro come … Ho letto la vostra pagina e il gruppo mi interessa perché …

    { $question }

    Cordiali saluti
letter-join-it = Posso partecipare anch’io? Quale sarebbe il prossimo passo?
letter-visit-it = Vorrei venire a un incontro. C’è qualcosa che dovrei sapere o fare prima?
letter-forming-it = Cercate ancora partecipanti? Mi piacerebbe esserci dall’inizio.
letter-list-it = Posso iscrivermi alla vostra lista d’attesa?
letter-full-it = So che al momento non ci sono posti. Potreste avvisarmi quando se ne libera uno?
letter-paused-it = So che il gruppo è in pausa. Pensate di riprendere gli incontri? Potrei unirmi a voi in quel momento?
facts-who-it = Per
facts-meets-it = Incontri
facts-where-it = Dove
facts-costs-it = Costi
facts-language-it = Lingua
event-places-open-it = Ci sono posti. Per partecipare: { $contact }
event-places-waiting-list-it = C’è una lista d’attesa. Per iscriversi: { $contact }
event-places-full-it = Per ora il gruppo non accoglie nuovi partecipanti. Per chiedere di un posto: { $contact }
event-contact-it = Per chiedere di partecipare: { $contact }

## Dutch

letter-subject-nl = Vraag over { $group }
letter-nl =
    Goedendag,

    Mijn naam is … en ik werk als … Ik heb uw pagina gelezen, en uw groep spreekt me aan omdat …

    { $question }

    Met vriendelijke groet,
letter-join-nl = Kan ik meedoen, en wat zou de volgende stap zijn?
letter-visit-nl = Ik zou graag naar een bijeenkomst komen. Is er iets wat ik vooraf moet weten of doen?
letter-forming-nl = Zoekt u nog leden? Ik zou er graag vanaf het begin bij zijn.
letter-list-nl = Kunt u mij op uw wachtlijst zetten?
letter-full-nl = Ik weet dat er op dit moment geen plaats is. Wilt u het mij laten weten als er een plaats vrijkomt?
letter-paused-nl = Ik weet dat de groep op dit moment niet bijeenkomt. Weet u al of en wanneer u weer begint, en zou ik dan mee kunnen doen?
facts-who-nl = Voor
facts-meets-nl = Bijeenkomsten
facts-where-nl = Waar
facts-costs-nl = Kosten
facts-language-nl = Taal
event-places-open-nl = Er zijn plaatsen vrij. Meedoen: { $contact }
event-places-waiting-list-nl = Er is een wachtlijst. Inschrijven: { $contact }
event-places-full-nl = De groep neemt nu geen nieuwe leden op. Vragen over een plaats: { $contact }
event-contact-nl = Vragen over meedoen: { $contact }

## Polish

letter-subject-pl = Pytanie o grupę „{ $group }”
letter-pl =
    Dzień dobry,

    nazywam się … i zajmuję się … Znam Państwa stronę; Państwa grupa zainteresowała mnie, ponieważ …

    { $question }

    Z poważaniem
letter-join-pl = Czy mogę do Państwa dołączyć i jaki byłby następny krok?
letter-visit-pl = Czy mogę wziąć udział w spotkaniu? Czy jest coś, co trzeba wcześniej wiedzieć lub zrobić?
letter-forming-pl = Czy szukają Państwo jeszcze uczestników? Z chęcią dołączę od samego początku.
letter-list-pl = Czy mogę zapisać się na Państwa listę oczekujących?
letter-full-pl = Wiem, że w tej chwili nie ma wolnych miejsc. Czy mogą mi Państwo dać znać, gdy zwolni się miejsce?
letter-paused-pl = Wiem, że grupa na razie się nie spotyka. Czy planują Państwo wznowić spotkania i czy można będzie wtedy dołączyć?
facts-who-pl = Dla kogo
facts-meets-pl = Spotkania
facts-where-pl = Gdzie
facts-costs-pl = Koszt
facts-language-pl = Język
event-places-open-pl = Są wolne miejsca. Zgłoszenia: { $contact }
event-places-waiting-list-pl = Jest lista oczekujących. Zapisy: { $contact }
event-places-full-pl = Grupa na razie nie przyjmuje nowych osób. Pytania o miejsca: { $contact }
event-contact-pl = Pytania o udział: { $contact }

## Portuguese, as it is written in Portugal

letter-subject-pt = Uma pergunta sobre { $group }
letter-pt =
    Bom dia,

    Chamo-me … e trabalho como … Li a vossa página, e o grupo interessa-me porque …

    { $question }

    Com os melhores cumprimentos,
letter-join-pt = Posso juntar-me ao grupo, e qual seria o próximo passo?
letter-visit-pt = Gostaria de ir a uma reunião. Há alguma coisa que deva saber ou fazer antes?
letter-forming-pt = Ainda procuram participantes? Gostaria de participar desde o início.
letter-list-pt = Posso inscrever-me na vossa lista de espera?
letter-full-pt = Sei que neste momento não há vagas. Podem avisar-me quando houver uma?
letter-paused-pt = Sei que o grupo está em pausa. Pensam voltar a reunir-se, e poderia juntar-me nessa altura?
facts-who-pt = Para
facts-meets-pt = Reuniões
facts-where-pt = Onde
facts-costs-pt = Custo
facts-language-pt = Língua
event-places-open-pt = Há vagas. Para participar: { $contact }
event-places-waiting-list-pt = Há uma lista de espera. Para se inscrever: { $contact }
event-places-full-pt = De momento o grupo não aceita novos membros. Para perguntar por vagas: { $contact }
event-contact-pt = Para perguntar como participar: { $contact }

## Portuguese, as it is written in Brazil

letter-pt-br =
    Olá,

    Meu nome é … e trabalho como … Li a página de vocês, e o grupo me interessa porque …

    { $question }

    Atenciosamente,
letter-join-pt-br = Posso participar do grupo? Qual seria o próximo passo?
letter-visit-pt-br = Gostaria de ir a uma reunião. Há algo que eu deva saber ou fazer antes?
letter-forming-pt-br = Vocês ainda procuram participantes? Gostaria de participar desde o início.
letter-list-pt-br = Posso entrar na lista de espera de vocês?
letter-full-pt-br = Sei que no momento não há vagas. Vocês poderiam me avisar quando surgir uma?
letter-paused-pt-br = Sei que o grupo está em pausa. Vocês pretendem voltar a se reunir, e eu poderia participar?
facts-language-pt-br = Idioma
event-places-full-pt-br = No momento o grupo não aceita novos membros. Para perguntar por vagas: { $contact }
