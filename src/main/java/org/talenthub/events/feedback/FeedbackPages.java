package org.talenthub.events.feedback;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talenthub.events.feedback.Feedback.Question;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant.Kind;

/** The form behind the code on a handbook's last page: no account, no name. */
@Controller
@RequestMapping("/event-feedback/{address}")
class FeedbackPages {

    private final Feedback feedback;

    FeedbackPages(Feedback feedback) {
        this.feedback = feedback;
    }

    @GetMapping
    String page(@PathVariable String address, CsrfToken csrf, Model model) {
        csrf.getToken();
        show(feedback.of(address).orElseThrow(Feedback::gone), model);
        model.addAttribute("address", address);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("done", false);
        model.addAttribute("points", List.of(5, 4, 3, 2, 1));
        model.addAttribute(
                "questions", Arrays.stream(Question.values()).map(Enum::name).toList());
        model.addAttribute("kinds", Arrays.stream(Kind.values()).map(Enum::name).toList());
        return "events/feedback";
    }

    private static void show(RecruitmentEvent e, Model model) {
        model.addAttribute("name", e.name());
        model.addAttribute("place", e.place());
        model.addAttribute("day", e.from().substring(0, 10));
    }

    @PostMapping
    String say(@PathVariable String address, @RequestParam Map<String, String> form, Model model) {
        RecruitmentEvent e = feedback.of(address).orElseThrow(Feedback::gone);
        Map<Question, Integer> points = new EnumMap<>(Question.class);
        for (Question q : Question.values()) {
            String given = form.getOrDefault(q.name(), "");
            if (given.matches("[1-5]")) {
                points.put(q, Integer.valueOf(given));
            }
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(k -> k.name().equals(form.get("kind")))
                .findFirst()
                .orElse(null);
        feedback.say(address, new Feedback.Said(kind, points, form.get("words"), form.get("key")));
        show(e, model);
        model.addAttribute("done", true);
        return "events/feedback";
    }
}
