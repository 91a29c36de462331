### The first letter to a group, in its language: `letter` and what begins with `letter-` in the catalogue, with the code
### of the language behind the key. They are written to a group of strangers, in the polite form where a language has one.

## German

letter-subject-de = Frage zu { $group }
letter-de =
    Guten Tag,

    ich habe Ihre Gruppe im Verzeichnis gefunden. Ich heiße … und arbeite als …

    Mich interessiert Ihre Gruppe, weil …

    { $question }

    Mit freundlichen Grüßen
letter-join-de = Kann ich mitmachen, und was wäre der nächste Schritt?
letter-list-de = Ich weiß, dass im Moment kein Platz frei ist. Würden Sie mich auf die Liste setzen und mir schreiben, wenn ein Platz frei wird?
letter-paused-de = Ich weiß, dass die Gruppe gerade pausiert. Wissen Sie schon, ob und wann Sie sich wieder treffen, und könnte ich dann dazukommen?

## Spanish

letter-subject-es = Una pregunta sobre { $group }
letter-es =
    Buenos días:

    He encontrado su grupo en el directorio. Me llamo … y trabajo como …

    Me interesa porque …

    { $question }

    Un cordial saludo,
letter-join-es = ¿Podría unirme a ustedes? ¿Cuál sería el siguiente paso?
letter-list-es = Sé que ahora no hay plazas. ¿Podrían ponerme en la lista y avisarme cuando quede una libre?
letter-paused-es = Sé que el grupo está en pausa. ¿Tienen previsto volver a reunirse? ¿Podría unirme entonces?

## French

letter-subject-fr = Une question sur { $group }
letter-fr =
    Bonjour,

    J’ai trouvé votre groupe dans l’annuaire. Je m’appelle … et je travaille comme …

    Il m’intéresse parce que …

    { $question }

    Bien cordialement,
letter-join-fr = Puis-je me joindre à vous, et quelle serait la prochaine étape ?
letter-list-fr = Je sais qu’il n’y a pas de place en ce moment. Pourriez-vous m’inscrire sur votre liste et m’écrire quand une place se libérera ?
letter-paused-fr = Je sais que le groupe est en pause. Pensez-vous reprendre vos réunions, et pourrais-je alors vous rejoindre ?

## Italian

letter-subject-it = Una domanda su { $group }
letter-it =
    Buongiorno,

    ho trovato il vostro gruppo nell’elenco. Mi chiamo … e lavoro come …

    Mi interessa perché …

    { $question }

    Cordiali saluti
letter-join-it = Posso partecipare anch’io? Quale sarebbe il prossimo passo?
letter-list-it = So che al momento non ci sono posti. Potreste mettermi in lista e scrivermi quando se ne libera uno?
letter-paused-it = So che il gruppo è in pausa. Pensate di riprendere gli incontri? Potrei unirmi a voi in quel momento?

## Dutch

letter-subject-nl = Vraag over { $group }
letter-nl =
    Goedendag,

    Ik heb uw groep in de gids gevonden. Mijn naam is … en ik werk als …

    Uw groep spreekt me aan, omdat …

    { $question }

    Met vriendelijke groet,
letter-join-nl = Kan ik meedoen, en wat zou de volgende stap zijn?
letter-list-nl = Ik weet dat er op dit moment geen plaats is. Wilt u mij op de lijst zetten en mij schrijven als er een plaats vrijkomt?
letter-paused-nl = Ik weet dat de groep op dit moment niet bijeenkomt. Weet u al of en wanneer u weer begint, en zou ik dan mee kunnen doen?

## Polish

letter-subject-pl = Pytanie o grupę „{ $group }”
letter-pl =
    Dzień dobry,

    w katalogu znajduje się Państwa grupa, która mnie zainteresowała. Nazywam się … i zajmuję się …

    Interesuje mnie, ponieważ …

    { $question }

    Z poważaniem
letter-join-pl = Czy mogę do Państwa dołączyć i jaki byłby następny krok?
letter-list-pl = Wiem, że w tej chwili nie ma wolnych miejsc. Czy mogą mnie Państwo wpisać na listę i dać mi znać, gdy zwolni się miejsce?
letter-paused-pl = Wiem, że grupa na razie się nie spotyka. Czy planują Państwo wznowić spotkania i czy będę wtedy móc dołączyć?

## Portuguese

letter-subject-pt = Uma pergunta sobre { $group }
letter-pt =
    Bom dia,

    Encontrei o vosso grupo no diretório. Chamo-me … e trabalho como …

    O grupo interessa-me porque …

    { $question }

    Com os melhores cumprimentos,
letter-join-pt = Posso juntar-me ao grupo, e qual seria o próximo passo?
letter-list-pt = Sei que neste momento não há vagas. Podem pôr-me na lista e escrever-me quando houver uma?
letter-paused-pt = Sei que o grupo está em pausa. Pensam voltar a reunir-se, e poderia eu juntar-me nessa altura?
