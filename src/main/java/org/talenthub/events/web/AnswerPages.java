package org.talenthub.events.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.Moments;
import org.talenthub.events.people.Answering;
import org.talenthub.events.people.Participant;

/** The page behind a link of invitation: comes or not, and what the organiser has to know. It names the event, never the invited. */
@Controller
@RequestMapping("/event-answers/{token}")
class AnswerPages {

    private static final int LONGEST_DIET = 100;

    private final Answering answering;

    AnswerPages(Answering answering) {
        this.answering = answering;
    }

    @GetMapping
    String page(@PathVariable String token, CsrfToken csrf, Model model) {
        Answering.Invitation i = answering.of(token).orElseThrow(Answering::gone);
        csrf.getToken();
        model.addAttribute("name", i.event().name());
        model.addAttribute("place", i.event().place());
        model.addAttribute("summary", i.event().summary());
        model.addAttribute("when", i.event().when());
        model.addAttribute("answered", null);
        model.addAttribute("token", token);
        return "events/answer";
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean comes,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestParam(defaultValue = "false") boolean lodging,
            @RequestParam(required = false) @Nullable String arrives,
            @RequestParam(required = false) @Nullable String leaves,
            @RequestParam(defaultValue = "") String diet,
            Model model) {
        Answering.Invitation i = answering.of(token).orElseThrow(Answering::gone);
        if (diet.length() > LONGEST_DIET) {
            throw Problem.badRequest("participant.text", Sentence.of("refused.participant.text.diet", LONGEST_DIET));
        }
        Participant p = answering.answer(
                token,
                comes,
                new Participant.Details(
                        null,
                        null,
                        consent,
                        moment("arrives", arrives),
                        moment("leaves", leaves),
                        lodging,
                        diet.strip()));
        model.addAttribute("name", i.event().name());
        model.addAttribute("place", i.event().place());
        model.addAttribute("summary", "");
        model.addAttribute("when", i.event().when());
        model.addAttribute("answered", p.state().name());
        return "events/answer";
    }

    private static @Nullable String moment(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : Moments.read(field, text);
    }
}
