package org.talenthub.events.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.HubAddress;

/** Links with which somebody who was asked answers without an account, once. */
@Component
public class Answering {

    private static final int BYTES = 24;

    private final Participants participants;
    private final Participating participating;
    private final EventDesk desk;
    private final HubAddress address;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Answering(Participants participants, Participating participating, EventDesk desk, HubAddress address, Audit audit) {
        this.participants = participants;
        this.participating = participating;
        this.desk = desk;
        this.address = address;
        this.audit = audit;
    }

    /** @param link shown once; only its digest is kept */
    public record Asked(Participant participant, String link) {}

    /** What a link opens. */
    public record Invitation(RecruitmentEvent event, Participant participant) {}

    /** Makes a new link for each of these that has not answered; an earlier one is worth nothing then. @throws Problem 404, 403, 409 */
    @Transactional
    public List<Asked> ask(String event, Collection<String> ids, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.INVITE, viewer);
        List<Participant> wanted = ids.isEmpty()
                ? participants.findByEventOrderByKindAscNumberAsc(e.id())
                : ids.stream().map(i -> participating.get(e, i)).toList();
        List<Asked> asked = new ArrayList<>();
        for (Participant p : wanted) {
            if (p.state() != Participant.State.INVITED) {
                continue;
            }
            byte[] secret = new byte[BYTES];
            random.nextBytes(secret);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            p.ask(digest(token));
            participants.save(p);
            asked.add(new Asked(p, address.get() + "/event-answers/" + token));
        }
        audit.record(viewer, "event.ask", "event", Ids.text(e.id()), asked.size() + " links");
        return asked;
    }

    /** What the link opens; empty once it was used, or the event is over. */
    @Transactional(readOnly = true)
    public Optional<Invitation> of(String token) {
        return participants
                .findByToken(digest(token))
                .flatMap(p -> desk.find(p.event()).map(e -> new Invitation(e, p)))
                .filter(i -> i.event().state() != State.CLOSED
                        && !i.event().lastDay().isBefore(HubTime.today()));
    }

    /** Comes, waits, or does not come; the link is used up. @throws Problem 404 for a link that opens nothing */
    @Transactional
    public Participant answer(String token, boolean comes, Participant.Details details) {
        RecruitmentEvent e = of(token).orElseThrow(Answering::gone).event();
        participating.lock(e);
        // somebody may have answered by the same link while this one waited
        Participant p = participants.findByToken(digest(token)).orElseThrow(Answering::gone);
        p.write(details);
        p.answer(comes ? place(e, p) : Participant.State.DECLINED);
        participants.save(p);
        if (!comes) {
            participating.promote(e);
        }
        return p;
    }

    /** The places of an event are people's: nobody else waits for one, and who has one keeps it. */
    private Participant.State place(RecruitmentEvent e, Participant p) {
        return p.kind() != Participant.Kind.TALENT || p.state() == Participant.State.ACCEPTED
                ? Participant.State.ACCEPTED
                : participating.place(e);
    }

    public static Problem gone() {
        return new Problem(404, "answer.used", Sentence.of("refused.answer.used"));
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
