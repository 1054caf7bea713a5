export namespace app {
	
	export class AddedLine {
	    id: string;
	    text: string;
	    when_text: string;
	
	    static createFrom(source: any = {}) {
	        return new AddedLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	        this.when_text = source["when_text"];
	    }
	}
	export class AdverseLine {
	    event: practice.AdverseEvent;
	    title: string;
	    time_text: string;
	    late_text: string;
	    outcome_text: string;
	    suspended_text: string;
	    added: AddedLine[];
	
	    static createFrom(source: any = {}) {
	        return new AdverseLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.event = this.convertValues(source["event"], practice.AdverseEvent);
	        this.title = source["title"];
	        this.time_text = source["time_text"];
	        this.late_text = source["late_text"];
	        this.outcome_text = source["outcome_text"];
	        this.suspended_text = source["suspended_text"];
	        this.added = this.convertValues(source["added"], AddedLine);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class AttachmentPreview {
	    file: practice.Attachment;
	    url: string;
	    image: boolean;
	
	    static createFrom(source: any = {}) {
	        return new AttachmentPreview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = this.convertValues(source["file"], practice.Attachment);
	        this.url = source["url"];
	        this.image = source["image"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class AttachmentRow {
	    file: practice.Attachment;
	    kind_text: string;
	    size_text: string;
	    added_text: string;
	    used: boolean;
	
	    static createFrom(source: any = {}) {
	        return new AttachmentRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.file = this.convertValues(source["file"], practice.Attachment);
	        this.kind_text = source["kind_text"];
	        this.size_text = source["size_text"];
	        this.added_text = source["added_text"];
	        this.used = source["used"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class BackupInfo {
	    path: string;
	    made_at: string;
	    bytes: number;
	    clients: number;
	    sessions: number;
	    app_version: string;
	
	    static createFrom(source: any = {}) {
	        return new BackupInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.made_at = source["made_at"];
	        this.bytes = source["bytes"];
	        this.clients = source["clients"];
	        this.sessions = source["sessions"];
	        this.app_version = source["app_version"];
	    }
	}
	export class BackupSecret {
	    passphrase: string;
	    recovery_code: string;
	
	    static createFrom(source: any = {}) {
	        return new BackupSecret(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.passphrase = source["passphrase"];
	        this.recovery_code = source["recovery_code"];
	    }
	}
	export class BackupStatus {
	    folder: string;
	    folder_missing: boolean;
	    count: number;
	    last_at: string;
	    last_text: string;
	    overdue: boolean;
	    failed_text: string;
	    uncleared_text: string;
	    every_days: number;
	    on_close: boolean;
	
	    static createFrom(source: any = {}) {
	        return new BackupStatus(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.folder = source["folder"];
	        this.folder_missing = source["folder_missing"];
	        this.count = source["count"];
	        this.last_at = source["last_at"];
	        this.last_text = source["last_text"];
	        this.overdue = source["overdue"];
	        this.failed_text = source["failed_text"];
	        this.uncleared_text = source["uncleared_text"];
	        this.every_days = source["every_days"];
	        this.on_close = source["on_close"];
	    }
	}
	export class Character {
	    char: string;
	    code: string;
	
	    static createFrom(source: any = {}) {
	        return new Character(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.char = source["char"];
	        this.code = source["code"];
	    }
	}
	export class ChargeRow {
	    charge: practice.Charge;
	    title: string;
	    line: string;
	
	    static createFrom(source: any = {}) {
	        return new ChargeRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.charge = this.convertValues(source["charge"], practice.Charge);
	        this.title = source["title"];
	        this.line = source["line"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Choice {
	    id: string;
	    label: string;
	
	    static createFrom(source: any = {}) {
	        return new Choice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.label = source["label"];
	    }
	}
	export class ChargesView {
	    session_id: string;
	    participant_id: string;
	    client_id: string;
	    title: string;
	    length_text: string;
	    suggestion: practice.Suggestion;
	    partner_text: string;
	    fees: practice.Fee[];
	    places: Choice[];
	    diagnoses: string[];
	    rows: ChargeRow[];
	    totals: practice.ChargeTotals;
	    total_text: string;
	    new: practice.Charge;
	
	    static createFrom(source: any = {}) {
	        return new ChargesView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.participant_id = source["participant_id"];
	        this.client_id = source["client_id"];
	        this.title = source["title"];
	        this.length_text = source["length_text"];
	        this.suggestion = this.convertValues(source["suggestion"], practice.Suggestion);
	        this.partner_text = source["partner_text"];
	        this.fees = this.convertValues(source["fees"], practice.Fee);
	        this.places = this.convertValues(source["places"], Choice);
	        this.diagnoses = source["diagnoses"];
	        this.rows = this.convertValues(source["rows"], ChargeRow);
	        this.totals = this.convertValues(source["totals"], practice.ChargeTotals);
	        this.total_text = source["total_text"];
	        this.new = this.convertValues(source["new"], practice.Charge);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RisksView {
	    waiting: practice.RiskLine[];
	    reviewed: practice.RiskLine[];
	    safety_plan: string;
	
	    static createFrom(source: any = {}) {
	        return new RisksView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.waiting = this.convertValues(source["waiting"], practice.RiskLine);
	        this.reviewed = this.convertValues(source["reviewed"], practice.RiskLine);
	        this.safety_plan = source["safety_plan"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class NextStep {
	    act: string;
	    label: string;
	    part: string;
	    session_id: string;
	    participant_id: string;
	    kind: string;
	    follows_id: string;
	    plan_on: string;
	    hint: string;
	
	    static createFrom(source: any = {}) {
	        return new NextStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.act = source["act"];
	        this.label = source["label"];
	        this.part = source["part"];
	        this.session_id = source["session_id"];
	        this.participant_id = source["participant_id"];
	        this.kind = source["kind"];
	        this.follows_id = source["follows_id"];
	        this.plan_on = source["plan_on"];
	        this.hint = source["hint"];
	    }
	}
	export class RecordRow {
	    session_id: string;
	    participant_id: string;
	    date_text: string;
	    title: string;
	    line: string;
	    readiness: string;
	    event: string;
	    serious: boolean;
	    status: string;
	
	    static createFrom(source: any = {}) {
	        return new RecordRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.participant_id = source["participant_id"];
	        this.date_text = source["date_text"];
	        this.title = source["title"];
	        this.line = source["line"];
	        this.readiness = source["readiness"];
	        this.event = source["event"];
	        this.serious = source["serious"];
	        this.status = source["status"];
	    }
	}
	export class ChartView {
	    client: practice.Client;
	    name: string;
	    age_text: string;
	    course_text: string;
	    left_text: string;
	    record: RecordRow[];
	    next: NextStep;
	    risk: RisksView;
	    now: string;
	    zone: string;
	
	    static createFrom(source: any = {}) {
	        return new ChartView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.client = this.convertValues(source["client"], practice.Client);
	        this.name = source["name"];
	        this.age_text = source["age_text"];
	        this.course_text = source["course_text"];
	        this.left_text = source["left_text"];
	        this.record = this.convertValues(source["record"], RecordRow);
	        this.next = this.convertValues(source["next"], NextStep);
	        this.risk = this.convertValues(source["risk"], RisksView);
	        this.now = source["now"];
	        this.zone = source["zone"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CheckInFor {
	    client_name: string;
	    dosing_session_id: string;
	    window_text: string;
	    voicemail: string;
	    ways: Choice[];
	
	    static createFrom(source: any = {}) {
	        return new CheckInFor(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.client_name = source["client_name"];
	        this.dosing_session_id = source["dosing_session_id"];
	        this.window_text = source["window_text"];
	        this.voicemail = source["voicemail"];
	        this.ways = this.convertValues(source["ways"], Choice);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CheckResult {
	    pages: number;
	    clients: number;
	    sessions: number;
	    audit_length: number;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new CheckResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.pages = source["pages"];
	        this.clients = source["clients"];
	        this.sessions = source["sessions"];
	        this.audit_length = source["audit_length"];
	        this.text = source["text"];
	    }
	}
	
	export class ClearanceRow {
	    clearance: practice.Clearance;
	    state: string;
	    state_text: string;
	    prescriber: string;
	    dates_text: string;
	    limits_text: string;
	    dose_text: string;
	    used_text: string;
	    covers: string[];
	    file_title: string;
	    editable: boolean;
	    suspendable: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ClearanceRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.clearance = this.convertValues(source["clearance"], practice.Clearance);
	        this.state = source["state"];
	        this.state_text = source["state_text"];
	        this.prescriber = source["prescriber"];
	        this.dates_text = source["dates_text"];
	        this.limits_text = source["limits_text"];
	        this.dose_text = source["dose_text"];
	        this.used_text = source["used_text"];
	        this.covers = source["covers"];
	        this.file_title = source["file_title"];
	        this.editable = source["editable"];
	        this.suspendable = source["suspendable"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CoverableFlag {
	    ref: practice.FlagRef;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new CoverableFlag(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ref = this.convertValues(source["ref"], practice.FlagRef);
	        this.text = source["text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ClearanceView {
	    rows: ClearanceRow[];
	    prescribers: practice.Prescriber[];
	    flags: CoverableFlag[];
	    files: AttachmentRow[];
	    defaults: string;
	    today: string;
	
	    static createFrom(source: any = {}) {
	        return new ClearanceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], ClearanceRow);
	        this.prescribers = this.convertValues(source["prescribers"], practice.Prescriber);
	        this.flags = this.convertValues(source["flags"], CoverableFlag);
	        this.files = this.convertValues(source["files"], AttachmentRow);
	        this.defaults = source["defaults"];
	        this.today = source["today"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ClientRow {
	    id: string;
	    name: string;
	    stage: string;
	    next_text: string;
	    last_seen_text: string;
	    window_left_text: string;
	
	    static createFrom(source: any = {}) {
	        return new ClientRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.stage = source["stage"];
	        this.next_text = source["next_text"];
	        this.last_seen_text = source["last_seen_text"];
	        this.window_left_text = source["window_left_text"];
	    }
	}
	export class ClientPage {
	    rows: ClientRow[];
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new ClientPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], ClientRow);
	        this.total = source["total"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ClientQuery {
	    query: string;
	    filter: string;
	    offset: number;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new ClientQuery(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.query = source["query"];
	        this.filter = source["filter"];
	        this.offset = source["offset"];
	        this.limit = source["limit"];
	    }
	}
	
	export class CommitmentRow {
	    commitment: practice.Commitment;
	    made_text: string;
	    due_text: string;
	    state_text: string;
	    overdue: boolean;
	    client_name: string;
	
	    static createFrom(source: any = {}) {
	        return new CommitmentRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.commitment = this.convertValues(source["commitment"], practice.Commitment);
	        this.made_text = source["made_text"];
	        this.due_text = source["due_text"];
	        this.state_text = source["state_text"];
	        this.overdue = source["overdue"];
	        this.client_name = source["client_name"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CommitmentsView {
	    carried: CommitmentRow[];
	    made: CommitmentRow[];
	    locked: boolean;
	
	    static createFrom(source: any = {}) {
	        return new CommitmentsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.carried = this.convertValues(source["carried"], CommitmentRow);
	        this.made = this.convertValues(source["made"], CommitmentRow);
	        this.locked = source["locked"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ConsentRow {
	    id: string;
	    title: string;
	    state: string;
	    text: string;
	    signed_by: string;
	    about: string;
	
	    static createFrom(source: any = {}) {
	        return new ConsentRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.state = source["state"];
	        this.text = source["text"];
	        this.signed_by = source["signed_by"];
	        this.about = source["about"];
	    }
	}
	export class ConsentGroup {
	    kind: string;
	    label: string;
	    valid: boolean;
	    text: string;
	    rows: ConsentRow[];
	
	    static createFrom(source: any = {}) {
	        return new ConsentGroup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.label = source["label"];
	        this.valid = source["valid"];
	        this.text = source["text"];
	        this.rows = this.convertValues(source["rows"], ConsentRow);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ConsentOffer {
	    text: practice.ConsentText;
	    version: number;
	    html: string;
	    validity: string;
	    skeleton: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ConsentOffer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = this.convertValues(source["text"], practice.ConsentText);
	        this.version = source["version"];
	        this.html = source["html"];
	        this.validity = source["validity"];
	        this.skeleton = source["skeleton"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ConsentView {
	    kinds: ConsentGroup[];
	    offers: ConsentOffer[];
	    files: AttachmentRow[];
	    today: string;
	    client: string;
	
	    static createFrom(source: any = {}) {
	        return new ConsentView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kinds = this.convertValues(source["kinds"], ConsentGroup);
	        this.offers = this.convertValues(source["offers"], ConsentOffer);
	        this.files = this.convertValues(source["files"], AttachmentRow);
	        this.today = source["today"];
	        this.client = source["client"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CourseForm {
	    id: string;
	    client_id: string;
	    goal: string;
	    template_name: string;
	    plan: practice.CoursePlan;
	    window_hours: number;
	    first_stage_hours: number;
	    started_on: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new CourseForm(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.goal = source["goal"];
	        this.template_name = source["template_name"];
	        this.plan = this.convertValues(source["plan"], practice.CoursePlan);
	        this.window_hours = source["window_hours"];
	        this.first_stage_hours = source["first_stage_hours"];
	        this.started_on = source["started_on"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CourseReview {
	    title: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new CourseReview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.text = source["text"];
	    }
	}
	export class PastCourse {
	    id: string;
	    heading: string;
	    goal: string;
	    text: string;
	    reviews: CourseReview[];
	    closing: string;
	
	    static createFrom(source: any = {}) {
	        return new PastCourse(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.heading = source["heading"];
	        this.goal = source["goal"];
	        this.text = source["text"];
	        this.reviews = this.convertValues(source["reviews"], CourseReview);
	        this.closing = source["closing"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CourseView {
	    running?: practice.Course;
	    progress: practice.Progress;
	    started_text: string;
	    window_text: string;
	    started_on: string;
	    templates: practice.CourseTemplate[];
	    reviewable: Choice[];
	    maintain: boolean;
	    endings: Choice[];
	    unfinished: string[];
	    past: PastCourse[];
	
	    static createFrom(source: any = {}) {
	        return new CourseView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.running = this.convertValues(source["running"], practice.Course);
	        this.progress = this.convertValues(source["progress"], practice.Progress);
	        this.started_text = source["started_text"];
	        this.window_text = source["window_text"];
	        this.started_on = source["started_on"];
	        this.templates = this.convertValues(source["templates"], practice.CourseTemplate);
	        this.reviewable = this.convertValues(source["reviewable"], Choice);
	        this.maintain = source["maintain"];
	        this.endings = this.convertValues(source["endings"], Choice);
	        this.unfinished = source["unfinished"];
	        this.past = this.convertValues(source["past"], PastCourse);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class CoveredPart {
	    participant_id: string;
	    initials: string;
	
	    static createFrom(source: any = {}) {
	        return new CoveredPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.initials = source["initials"];
	    }
	}
	export class CoveredSession {
	    session_id: string;
	    zone: string;
	    started_at: string;
	    first_dose: string;
	    parts: CoveredPart[];
	
	    static createFrom(source: any = {}) {
	        return new CoveredSession(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.zone = source["zone"];
	        this.started_at = source["started_at"];
	        this.first_dose = source["first_dose"];
	        this.parts = this.convertValues(source["parts"], CoveredPart);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CreateRequest {
	    passphrase: string;
	    practice: practice.Practice;
	
	    static createFrom(source: any = {}) {
	        return new CreateRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.passphrase = source["passphrase"];
	        this.practice = this.convertValues(source["practice"], practice.Practice);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Created {
	    recovery_code: string;
	
	    static createFrom(source: any = {}) {
	        return new Created(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.recovery_code = source["recovery_code"];
	    }
	}
	export class DayView {
	    check: practice.DayCheck;
	    questions: practice.DayQuestion[];
	    items: practice.VirtualItem[];
	    usual: practice.VirtualSafety;
	    touch_text: string;
	    anew_text: string;
	    closed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new DayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.check = this.convertValues(source["check"], practice.DayCheck);
	        this.questions = this.convertValues(source["questions"], practice.DayQuestion);
	        this.items = this.convertValues(source["items"], practice.VirtualItem);
	        this.usual = this.convertValues(source["usual"], practice.VirtualSafety);
	        this.touch_text = source["touch_text"];
	        this.anew_text = source["anew_text"];
	        this.closed = source["closed"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Definition {
	    instrument: practice.Instrument;
	    scoring_text: string;
	    change_texts: string[];
	
	    static createFrom(source: any = {}) {
	        return new Definition(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.instrument = this.convertValues(source["instrument"], practice.Instrument);
	        this.scoring_text = source["scoring_text"];
	        this.change_texts = source["change_texts"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DisclosureRow {
	    id: string;
	    title: string;
	    at_text: string;
	    way_text: string;
	    recipient: string;
	    purpose: string;
	    inside: string;
	    left_out: string;
	    ground_text: string;
	    for_text: string;
	    sha256: string;
	
	    static createFrom(source: any = {}) {
	        return new DisclosureRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.title = source["title"];
	        this.at_text = source["at_text"];
	        this.way_text = source["way_text"];
	        this.recipient = source["recipient"];
	        this.purpose = source["purpose"];
	        this.inside = source["inside"];
	        this.left_out = source["left_out"];
	        this.ground_text = source["ground_text"];
	        this.for_text = source["for_text"];
	        this.sha256 = source["sha256"];
	    }
	}
	export class DisclosurePage {
	    rows: DisclosureRow[];
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new DisclosurePage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], DisclosureRow);
	        this.total = source["total"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class DocumentOffer {
	    kind: string;
	    title: string;
	    use: string;
	    of: string;
	    session_id: string;
	    participant_id: string;
	    event_id: string;
	
	    static createFrom(source: any = {}) {
	        return new DocumentOffer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.title = source["title"];
	        this.use = source["use"];
	        this.of = source["of"];
	        this.session_id = source["session_id"];
	        this.participant_id = source["participant_id"];
	        this.event_id = source["event_id"];
	    }
	}
	export class DocumentPart {
	    part: string;
	    label: string;
	    inclusion: string;
	    in: boolean;
	    usual: boolean;
	
	    static createFrom(source: any = {}) {
	        return new DocumentPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.part = source["part"];
	        this.label = source["label"];
	        this.inclusion = source["inclusion"];
	        this.in = source["in"];
	        this.usual = source["usual"];
	    }
	}
	export class DocumentRequest {
	    kind: string;
	    client_id: string;
	    session_id: string;
	    participant_id: string;
	    event_id: string;
	    instrument_id?: string;
	    reader?: string;
	    parts?: string[];
	    from?: string;
	    to?: string;
	
	    static createFrom(source: any = {}) {
	        return new DocumentRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.client_id = source["client_id"];
	        this.session_id = source["session_id"];
	        this.participant_id = source["participant_id"];
	        this.event_id = source["event_id"];
	        this.instrument_id = source["instrument_id"];
	        this.reader = source["reader"];
	        this.parts = source["parts"];
	        this.from = source["from"];
	        this.to = source["to"];
	    }
	}
	export class ReaderOption {
	    reader: string;
	    label: string;
	
	    static createFrom(source: any = {}) {
	        return new ReaderOption(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.reader = source["reader"];
	        this.label = source["label"];
	    }
	}
	export class DocumentView {
	    token: string;
	    url: string;
	    kind: string;
	    title: string;
	    reader: string;
	    readers: ReaderOption[];
	    pages: number;
	    file_name: string;
	    parts: DocumentPart[];
	    contents: string;
	    left_out: string;
	    as_last_time: string;
	    last_time: string;
	    last_parts: string[];
	    unprintable: Character[];
	    from: string;
	    to: string;
	    notices: string[];
	
	    static createFrom(source: any = {}) {
	        return new DocumentView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.token = source["token"];
	        this.url = source["url"];
	        this.kind = source["kind"];
	        this.title = source["title"];
	        this.reader = source["reader"];
	        this.readers = this.convertValues(source["readers"], ReaderOption);
	        this.pages = source["pages"];
	        this.file_name = source["file_name"];
	        this.parts = this.convertValues(source["parts"], DocumentPart);
	        this.contents = source["contents"];
	        this.left_out = source["left_out"];
	        this.as_last_time = source["as_last_time"];
	        this.last_time = source["last_time"];
	        this.last_parts = source["last_parts"];
	        this.unprintable = this.convertValues(source["unprintable"], Character);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.notices = source["notices"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DoseOrder {
	    text: string;
	    given_text: string;
	    route: string;
	    form: string;
	
	    static createFrom(source: any = {}) {
	        return new DoseOrder(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.given_text = source["given_text"];
	        this.route = source["route"];
	        this.form = source["form"];
	    }
	}
	export class DueForm {
	    instrument_id: string;
	    title: string;
	    has_items: boolean;
	    text: string;
	    begun: string;
	    blank: boolean;
	    overdue: boolean;
	
	    static createFrom(source: any = {}) {
	        return new DueForm(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.instrument_id = source["instrument_id"];
	        this.title = source["title"];
	        this.has_items = source["has_items"];
	        this.text = source["text"];
	        this.begun = source["begun"];
	        this.blank = source["blank"];
	        this.overdue = source["overdue"];
	    }
	}
	export class DueRow {
	    kind: string;
	    text: string;
	    hint: string;
	    client_id: string;
	    part: string;
	    form: string;
	    overdue: boolean;
	
	    static createFrom(source: any = {}) {
	        return new DueRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.text = source["text"];
	        this.hint = source["hint"];
	        this.client_id = source["client_id"];
	        this.part = source["part"];
	        this.form = source["form"];
	        this.overdue = source["overdue"];
	    }
	}
	export class DueView {
	    forms: DueForm[];
	    missed: string[];
	
	    static createFrom(source: any = {}) {
	        return new DueView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.forms = this.convertValues(source["forms"], DueForm);
	        this.missed = source["missed"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ExportChoice {
	    client_in_name: boolean;
	    password: string;
	    recipient: string;
	    purpose: string;
	    release_consent_id: string;
	    release_reason: string;
	    request_id: string;
	
	    static createFrom(source: any = {}) {
	        return new ExportChoice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.client_in_name = source["client_in_name"];
	        this.password = source["password"];
	        this.recipient = source["recipient"];
	        this.purpose = source["purpose"];
	        this.release_consent_id = source["release_consent_id"];
	        this.release_reason = source["release_reason"];
	        this.request_id = source["request_id"];
	    }
	}
	export class OpenRequest {
	    id: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new OpenRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	    }
	}
	export class ReleaseOption {
	    consent_id: string;
	    label: string;
	
	    static createFrom(source: any = {}) {
	        return new ReleaseOption(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.consent_id = source["consent_id"];
	        this.label = source["label"];
	    }
	}
	export class ReleaseStanding {
	    state: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new ReleaseStanding(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.text = source["text"];
	    }
	}
	export class ExportSheet {
	    choice: ExportChoice;
	    file_name: string;
	    about: boolean;
	    reader_text: string;
	    outside: boolean;
	    recipients: string[];
	    purposes: string[];
	    grounds: string[];
	    release: ReleaseStanding;
	    releases: ReleaseOption[];
	    waiting: OpenRequest[];
	    known_words: string[];
	
	    static createFrom(source: any = {}) {
	        return new ExportSheet(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.choice = this.convertValues(source["choice"], ExportChoice);
	        this.file_name = source["file_name"];
	        this.about = source["about"];
	        this.reader_text = source["reader_text"];
	        this.outside = source["outside"];
	        this.recipients = source["recipients"];
	        this.purposes = source["purposes"];
	        this.grounds = source["grounds"];
	        this.release = this.convertValues(source["release"], ReleaseStanding);
	        this.releases = this.convertValues(source["releases"], ReleaseOption);
	        this.waiting = this.convertValues(source["waiting"], OpenRequest);
	        this.known_words = source["known_words"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Exported {
	    path: string;
	    sentence: string;
	
	    static createFrom(source: any = {}) {
	        return new Exported(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.sentence = source["sentence"];
	    }
	}
	export class FlagRow {
	    flag: practice.Flag;
	    state: string;
	    severity_text: string;
	    answer_text: string;
	    since_text: string;
	    state_text: string;
	    blocks: boolean;
	    resolvable: boolean;
	    plan_missing: boolean;
	    safety_plan: string;
	
	    static createFrom(source: any = {}) {
	        return new FlagRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.flag = this.convertValues(source["flag"], practice.Flag);
	        this.state = source["state"];
	        this.severity_text = source["severity_text"];
	        this.answer_text = source["answer_text"];
	        this.since_text = source["since_text"];
	        this.state_text = source["state_text"];
	        this.blocks = source["blocks"];
	        this.resolvable = source["resolvable"];
	        this.plan_missing = source["plan_missing"];
	        this.safety_plan = source["safety_plan"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class FormRow {
	    response_id: string;
	    instrument_id: string;
	    title: string;
	    at: string;
	    date_text: string;
	    time_text: string;
	    by_text: string;
	    state: string;
	    total?: number;
	    band: string;
	    result_text: string;
	    struck_text: string;
	    open_risk: boolean;
	
	    static createFrom(source: any = {}) {
	        return new FormRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.response_id = source["response_id"];
	        this.instrument_id = source["instrument_id"];
	        this.title = source["title"];
	        this.at = source["at"];
	        this.date_text = source["date_text"];
	        this.time_text = source["time_text"];
	        this.by_text = source["by_text"];
	        this.state = source["state"];
	        this.total = source["total"];
	        this.band = source["band"];
	        this.result_text = source["result_text"];
	        this.struck_text = source["struck_text"];
	        this.open_risk = source["open_risk"];
	    }
	}
	export class FormStart {
	    id: string;
	    client_id: string;
	    instrument_id: string;
	    by: string;
	    answered_at: string;
	
	    static createFrom(source: any = {}) {
	        return new FormStart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.instrument_id = source["instrument_id"];
	        this.by = source["by"];
	        this.answered_at = source["answered_at"];
	    }
	}
	export class FormView {
	    client_name: string;
	    row: FormRow;
	    change: practice.Change;
	    response: practice.Response;
	    instrument: practice.Instrument;
	    result: practice.Result;
	    cutoff?: practice.Cutoff;
	    open_risks: string[];
	    reviews: practice.RiskReview[];
	    risks: practice.RiskLine[];
	    safety_plan: string;
	
	    static createFrom(source: any = {}) {
	        return new FormView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.client_name = source["client_name"];
	        this.row = this.convertValues(source["row"], FormRow);
	        this.change = this.convertValues(source["change"], practice.Change);
	        this.response = this.convertValues(source["response"], practice.Response);
	        this.instrument = this.convertValues(source["instrument"], practice.Instrument);
	        this.result = this.convertValues(source["result"], practice.Result);
	        this.cutoff = this.convertValues(source["cutoff"], practice.Cutoff);
	        this.open_risks = source["open_risks"];
	        this.reviews = this.convertValues(source["reviews"], practice.RiskReview);
	        this.risks = this.convertValues(source["risks"], practice.RiskLine);
	        this.safety_plan = source["safety_plan"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class GlanceView {
	    screening_text: string;
	    clearance_text: string;
	    consent_text: string;
	    medicines_text: string;
	    ride_text: string;
	    retention_text: string;
	
	    static createFrom(source: any = {}) {
	        return new GlanceView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.screening_text = source["screening_text"];
	        this.clearance_text = source["clearance_text"];
	        this.consent_text = source["consent_text"];
	        this.medicines_text = source["medicines_text"];
	        this.ride_text = source["ride_text"];
	        this.retention_text = source["retention_text"];
	    }
	}
	export class InquiryRow {
	    id: string;
	    name: string;
	    called_text: string;
	    outcome_text: string;
	
	    static createFrom(source: any = {}) {
	        return new InquiryRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.called_text = source["called_text"];
	        this.outcome_text = source["outcome_text"];
	    }
	}
	export class InquiryPage {
	    rows: InquiryRow[];
	    total: number;
	
	    static createFrom(source: any = {}) {
	        return new InquiryPage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], InquiryRow);
	        this.total = source["total"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class InquiryQuery {
	    filter: string;
	    offset: number;
	    limit: number;
	
	    static createFrom(source: any = {}) {
	        return new InquiryQuery(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.filter = source["filter"];
	        this.offset = source["offset"];
	        this.limit = source["limit"];
	    }
	}
	
	export class JudgedReading {
	    level: string;
	    findings: practice.Finding[];
	    refused: Record<string, string>;
	    offer_text: string;
	    again_word: string;
	    again_label: string;
	
	    static createFrom(source: any = {}) {
	        return new JudgedReading(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.findings = this.convertValues(source["findings"], practice.Finding);
	        this.refused = source["refused"];
	        this.offer_text = source["offer_text"];
	        this.again_word = source["again_word"];
	        this.again_label = source["again_label"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LastBackup {
	    path: string;
	    made_at: string;
	    there: boolean;
	
	    static createFrom(source: any = {}) {
	        return new LastBackup(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.made_at = source["made_at"];
	        this.there = source["there"];
	    }
	}
	export class LeavingPart {
	    participant_id: string;
	    name: string;
	    locked: boolean;
	    leaving: practice.Leaving;
	    given: number;
	    not_given: number;
	    not_before: string;
	    baseline_text: string;
	    latest_text: string;
	
	    static createFrom(source: any = {}) {
	        return new LeavingPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.name = source["name"];
	        this.locked = source["locked"];
	        this.leaving = this.convertValues(source["leaving"], practice.Leaving);
	        this.given = source["given"];
	        this.not_given = source["not_given"];
	        this.not_before = source["not_before"];
	        this.baseline_text = source["baseline_text"];
	        this.latest_text = source["latest_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LeavingView {
	    session_id: string;
	    title: string;
	    state: string;
	    zone: string;
	    place: string;
	    started_at: string;
	    minutes: number;
	    parts: LeavingPart[];
	
	    static createFrom(source: any = {}) {
	        return new LeavingView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.title = source["title"];
	        this.state = source["state"];
	        this.zone = source["zone"];
	        this.place = source["place"];
	        this.started_at = source["started_at"];
	        this.minutes = source["minutes"];
	        this.parts = this.convertValues(source["parts"], LeavingPart);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LibraryVersion {
	    version: number;
	    text: string;
	    lines: string[];
	    html: string;
	
	    static createFrom(source: any = {}) {
	        return new LibraryVersion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.lines = source["lines"];
	        this.html = source["html"];
	    }
	}
	export class ShelvedRecordsRule {
	    item: practice.RecordsRule;
	    version: number;
	    text: string;
	    line: string;
	    shipped?: practice.RecordsRule;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedRecordsRule(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.RecordsRule);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.line = source["line"];
	        this.shipped = this.convertValues(source["shipped"], practice.RecordsRule);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedMeasures {
	    item: practice.MeasurePlan;
	    version: number;
	    text: string;
	    shipped?: practice.MeasurePlan;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedMeasures(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.MeasurePlan);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.shipped = this.convertValues(source["shipped"], practice.MeasurePlan);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedFees {
	    item: practice.FeeList;
	    version: number;
	    text: string;
	    shipped?: practice.FeeList;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedFees(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.FeeList);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.shipped = this.convertValues(source["shipped"], practice.FeeList);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedLeaving {
	    item: practice.LeavingList;
	    version: number;
	    text: string;
	    shipped?: practice.LeavingList;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedLeaving(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.LeavingList);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.shipped = this.convertValues(source["shipped"], practice.LeavingList);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedMarks {
	    item: practice.MarkSet;
	    version: number;
	    text: string;
	    line: string;
	    shipped?: practice.MarkSet;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedMarks(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.MarkSet);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.line = source["line"];
	        this.shipped = this.convertValues(source["shipped"], practice.MarkSet);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedSession {
	    item: practice.SessionPlan;
	    version: number;
	    text: string;
	    shipped?: practice.SessionPlan;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedSession(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.SessionPlan);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.shipped = this.convertValues(source["shipped"], practice.SessionPlan);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedMethods {
	    item: practice.MethodList;
	    version: number;
	    text: string;
	    shipped?: practice.MethodList;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedMethods(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.MethodList);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.shipped = this.convertValues(source["shipped"], practice.MethodList);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedHandout {
	    label: string;
	    item: practice.Handout;
	    version: number;
	    text: string;
	    line: string;
	    shipped?: practice.Handout;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedHandout(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.label = source["label"];
	        this.item = this.convertValues(source["item"], practice.Handout);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.line = source["line"];
	        this.shipped = this.convertValues(source["shipped"], practice.Handout);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedEmergency {
	    item: practice.EmergencyPlan;
	    version: number;
	    text: string;
	    shipped?: practice.EmergencyPlan;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedEmergency(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.EmergencyPlan);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.shipped = this.convertValues(source["shipped"], practice.EmergencyPlan);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedOutline {
	    label: string;
	    item: practice.NoteOutline;
	    version: number;
	    text: string;
	    line: string;
	    shipped?: practice.NoteOutline;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedOutline(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.label = source["label"];
	        this.item = this.convertValues(source["item"], practice.NoteOutline);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.line = source["line"];
	        this.shipped = this.convertValues(source["shipped"], practice.NoteOutline);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedTemplate {
	    item: practice.CourseTemplate;
	    version: number;
	    text: string;
	    line: string;
	    shipped?: practice.CourseTemplate;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedTemplate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.CourseTemplate);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.line = source["line"];
	        this.shipped = this.convertValues(source["shipped"], practice.CourseTemplate);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedConsent {
	    item: practice.ConsentText;
	    version: number;
	    text: string;
	    line: string;
	    shipped?: practice.ConsentText;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedConsent(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.ConsentText);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.line = source["line"];
	        this.shipped = this.convertValues(source["shipped"], practice.ConsentText);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ShelvedQuestion {
	    item: practice.ScreeningItem;
	    version: number;
	    text: string;
	    line: string;
	    shipped?: practice.ScreeningItem;
	
	    static createFrom(source: any = {}) {
	        return new ShelvedQuestion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item = this.convertValues(source["item"], practice.ScreeningItem);
	        this.version = source["version"];
	        this.text = source["text"];
	        this.line = source["line"];
	        this.shipped = this.convertValues(source["shipped"], practice.ScreeningItem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LibraryView {
	    questions: ShelvedQuestion[];
	    consents: ShelvedConsent[];
	    templates: ShelvedTemplate[];
	    outlines: ShelvedOutline[];
	    emergency: ShelvedEmergency;
	    handouts: ShelvedHandout[];
	    placeholders: practice.Placeholder[];
	    method_list: ShelvedMethods;
	    session_plan: ShelvedSession;
	    mark_sets: ShelvedMarks[];
	    leaving: ShelvedLeaving;
	    fees: ShelvedFees;
	    measures: ShelvedMeasures;
	    instruments: Choice[];
	    records_rules: ShelvedRecordsRule[];
	    formats: practice.NoteOutline[];
	    severities: Choice[];
	    consent_kinds: Choice[];
	    phase_names: Choice[];
	    mark_words: practice.ObservationKind[];
	
	    static createFrom(source: any = {}) {
	        return new LibraryView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.questions = this.convertValues(source["questions"], ShelvedQuestion);
	        this.consents = this.convertValues(source["consents"], ShelvedConsent);
	        this.templates = this.convertValues(source["templates"], ShelvedTemplate);
	        this.outlines = this.convertValues(source["outlines"], ShelvedOutline);
	        this.emergency = this.convertValues(source["emergency"], ShelvedEmergency);
	        this.handouts = this.convertValues(source["handouts"], ShelvedHandout);
	        this.placeholders = this.convertValues(source["placeholders"], practice.Placeholder);
	        this.method_list = this.convertValues(source["method_list"], ShelvedMethods);
	        this.session_plan = this.convertValues(source["session_plan"], ShelvedSession);
	        this.mark_sets = this.convertValues(source["mark_sets"], ShelvedMarks);
	        this.leaving = this.convertValues(source["leaving"], ShelvedLeaving);
	        this.fees = this.convertValues(source["fees"], ShelvedFees);
	        this.measures = this.convertValues(source["measures"], ShelvedMeasures);
	        this.instruments = this.convertValues(source["instruments"], Choice);
	        this.records_rules = this.convertValues(source["records_rules"], ShelvedRecordsRule);
	        this.formats = this.convertValues(source["formats"], practice.NoteOutline);
	        this.severities = this.convertValues(source["severities"], Choice);
	        this.consent_kinds = this.convertValues(source["consent_kinds"], Choice);
	        this.phase_names = this.convertValues(source["phase_names"], Choice);
	        this.mark_words = this.convertValues(source["mark_words"], practice.ObservationKind);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LiveState {
	    totals: practice.DoseTotals;
	    not_given: string;
	    phases: practice.PhaseRow[];
	    latest?: LogLine;
	    baseline: string;
	    check?: practice.NextCheck;
	    hold?: practice.Hold;
	    order_text: string;
	    order?: DoseOrder;
	    lost?: practice.LostPlan;
	    events: AdverseLine[];
	
	    static createFrom(source: any = {}) {
	        return new LiveState(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.totals = this.convertValues(source["totals"], practice.DoseTotals);
	        this.not_given = source["not_given"];
	        this.phases = this.convertValues(source["phases"], practice.PhaseRow);
	        this.latest = this.convertValues(source["latest"], LogLine);
	        this.baseline = source["baseline"];
	        this.check = this.convertValues(source["check"], practice.NextCheck);
	        this.hold = this.convertValues(source["hold"], practice.Hold);
	        this.order_text = source["order_text"];
	        this.order = this.convertValues(source["order"], DoseOrder);
	        this.lost = this.convertValues(source["lost"], practice.LostPlan);
	        this.events = this.convertValues(source["events"], AdverseLine);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LogLine {
	    type: string;
	    entry: practice.Entry;
	    time_text: string;
	    t_plus?: number;
	    label: string;
	    text: string;
	    client_words: boolean;
	    late: boolean;
	    late_text: string;
	    moved_text: string;
	    can_undo: boolean;
	    emergency: boolean;
	    offers_plan: boolean;
	    asks_event: boolean;
	    ways: string[];
	    judgement?: practice.Judgement;
	    dose?: practice.DoseEvent;
	    vitals?: practice.VitalSigns;
	    observation?: practice.Observation;
	
	    static createFrom(source: any = {}) {
	        return new LogLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.type = source["type"];
	        this.entry = this.convertValues(source["entry"], practice.Entry);
	        this.time_text = source["time_text"];
	        this.t_plus = source["t_plus"];
	        this.label = source["label"];
	        this.text = source["text"];
	        this.client_words = source["client_words"];
	        this.late = source["late"];
	        this.late_text = source["late_text"];
	        this.moved_text = source["moved_text"];
	        this.can_undo = source["can_undo"];
	        this.emergency = source["emergency"];
	        this.offers_plan = source["offers_plan"];
	        this.asks_event = source["asks_event"];
	        this.ways = source["ways"];
	        this.judgement = this.convertValues(source["judgement"], practice.Judgement);
	        this.dose = this.convertValues(source["dose"], practice.DoseEvent);
	        this.vitals = this.convertValues(source["vitals"], practice.VitalSigns);
	        this.observation = this.convertValues(source["observation"], practice.Observation);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LivePart {
	    participant_id: string;
	    client_id: string;
	    name: string;
	    initials: string;
	    locked: boolean;
	    log: LogLine[];
	    left_out: string[];
	    state: LiveState;
	
	    static createFrom(source: any = {}) {
	        return new LivePart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.client_id = source["client_id"];
	        this.name = source["name"];
	        this.initials = source["initials"];
	        this.locked = source["locked"];
	        this.log = this.convertValues(source["log"], LogLine);
	        this.left_out = source["left_out"];
	        this.state = this.convertValues(source["state"], LiveState);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class LiveView {
	    session_id: string;
	    session: practice.Session;
	    title: string;
	    state: string;
	    zone: string;
	    place: string;
	    started_at: string;
	    now: string;
	    hide_names: boolean;
	    may_doze: boolean;
	    parts: LivePart[];
	    mark_sets: practice.MarkSet[];
	
	    static createFrom(source: any = {}) {
	        return new LiveView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.session = this.convertValues(source["session"], practice.Session);
	        this.title = source["title"];
	        this.state = source["state"];
	        this.zone = source["zone"];
	        this.place = source["place"];
	        this.started_at = source["started_at"];
	        this.now = source["now"];
	        this.hide_names = source["hide_names"];
	        this.may_doze = source["may_doze"];
	        this.parts = this.convertValues(source["parts"], LivePart);
	        this.mark_sets = this.convertValues(source["mark_sets"], practice.MarkSet);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class LogChange {
	    participant_id: string;
	    now: string;
	    lines: LogLine[];
	    gone: string[];
	    whole: boolean;
	    state: LiveState;
	
	    static createFrom(source: any = {}) {
	        return new LogChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.now = source["now"];
	        this.lines = this.convertValues(source["lines"], LogLine);
	        this.gone = source["gone"];
	        this.whole = source["whole"];
	        this.state = this.convertValues(source["state"], LiveState);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class LogoView {
	    url: string;
	
	    static createFrom(source: any = {}) {
	        return new LogoView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.url = source["url"];
	    }
	}
	export class MeasureOffer {
	    id: string;
	    version: number;
	    title: string;
	    name: string;
	    about: string;
	    has_items: boolean;
	    change: practice.Change;
	
	    static createFrom(source: any = {}) {
	        return new MeasureOffer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.version = source["version"];
	        this.title = source["title"];
	        this.name = source["name"];
	        this.about = source["about"];
	        this.has_items = source["has_items"];
	        this.change = this.convertValues(source["change"], practice.Change);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MeasurePlanView {
	    own: boolean;
	    plan: practice.MeasurePlan;
	    practice: practice.MeasurePlan;
	    lines: string[];
	    offers: Choice[];
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new MeasurePlanView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.own = source["own"];
	        this.plan = this.convertValues(source["plan"], practice.MeasurePlan);
	        this.practice = this.convertValues(source["practice"], practice.MeasurePlan);
	        this.lines = source["lines"];
	        this.offers = this.convertValues(source["offers"], Choice);
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MeasuresView {
	    zone: string;
	    instruments: MeasureOffer[];
	    rows: FormRow[];
	
	    static createFrom(source: any = {}) {
	        return new MeasuresView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.zone = source["zone"];
	        this.instruments = this.convertValues(source["instruments"], MeasureOffer);
	        this.rows = this.convertValues(source["rows"], FormRow);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MedicineRow {
	    medicine: practice.Medicine;
	    line: string;
	    class_label: string;
	    ended_text: string;
	
	    static createFrom(source: any = {}) {
	        return new MedicineRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.medicine = this.convertValues(source["medicine"], practice.Medicine);
	        this.line = source["line"];
	        this.class_label = source["class_label"];
	        this.ended_text = source["ended_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MissedWindow {
	    client_id: string;
	    client_name: string;
	    dosing_session_id: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new MissedWindow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.client_id = source["client_id"];
	        this.client_name = source["client_name"];
	        this.dosing_session_id = source["dosing_session_id"];
	        this.text = source["text"];
	    }
	}
	export class MoveTarget {
	    participant_id: string;
	    session_id: string;
	    name: string;
	    title: string;
	    time_text: string;
	    outside_text: string;
	
	    static createFrom(source: any = {}) {
	        return new MoveTarget(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.session_id = source["session_id"];
	        this.name = source["name"];
	        this.title = source["title"];
	        this.time_text = source["time_text"];
	        this.outside_text = source["outside_text"];
	    }
	}
	
	export class NoteSaved {
	    note: practice.Note;
	    saved_at: string;
	    missing: string[];
	
	    static createFrom(source: any = {}) {
	        return new NoteSaved(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.note = this.convertValues(source["note"], practice.Note);
	        this.saved_at = source["saved_at"];
	        this.missing = source["missing"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Reference {
	    title: string;
	    subline: string;
	    log: LogLine[];
	    prepared: practice.PreparedLine[];
	    events: AdverseLine[];
	    lifted: practice.Check[];
	    left_text: string;
	
	    static createFrom(source: any = {}) {
	        return new Reference(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.subline = source["subline"];
	        this.log = this.convertValues(source["log"], LogLine);
	        this.prepared = this.convertValues(source["prepared"], practice.PreparedLine);
	        this.events = this.convertValues(source["events"], AdverseLine);
	        this.lifted = this.convertValues(source["lifted"], practice.Check);
	        this.left_text = source["left_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class NoteView {
	    note: practice.Note;
	    session_id: string;
	    client_id: string;
	    client_name: string;
	    heading: string;
	    subline: string;
	    reference?: Reference;
	    methods: string[];
	    missing: string[];
	
	    static createFrom(source: any = {}) {
	        return new NoteView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.note = this.convertValues(source["note"], practice.Note);
	        this.session_id = source["session_id"];
	        this.client_id = source["client_id"];
	        this.client_name = source["client_name"];
	        this.heading = source["heading"];
	        this.subline = source["subline"];
	        this.reference = this.convertValues(source["reference"], Reference);
	        this.methods = source["methods"];
	        this.missing = source["missing"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class PartView {
	    participant_id: string;
	    client_id: string;
	    name: string;
	    totals: practice.DoseTotals;
	    log: LogLine[];
	    note_id: string;
	    locked: boolean;
	    offer: string;
	    left_out: string[];
	    prepared: practice.PreparedLine[];
	    readiness?: practice.Readiness;
	    left_text: string;
	    deviation: string;
	    events: AdverseLine[];
	    order?: DoseOrder;
	    lost_text: string;
	
	    static createFrom(source: any = {}) {
	        return new PartView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.client_id = source["client_id"];
	        this.name = source["name"];
	        this.totals = this.convertValues(source["totals"], practice.DoseTotals);
	        this.log = this.convertValues(source["log"], LogLine);
	        this.note_id = source["note_id"];
	        this.locked = source["locked"];
	        this.offer = source["offer"];
	        this.left_out = source["left_out"];
	        this.prepared = this.convertValues(source["prepared"], practice.PreparedLine);
	        this.readiness = this.convertValues(source["readiness"], practice.Readiness);
	        this.left_text = source["left_text"];
	        this.deviation = source["deviation"];
	        this.events = this.convertValues(source["events"], AdverseLine);
	        this.order = this.convertValues(source["order"], DoseOrder);
	        this.lost_text = source["lost_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class PreparationView {
	    form: practice.PreparationForm;
	    medicines: string[];
	    done_text: string;
	
	    static createFrom(source: any = {}) {
	        return new PreparationView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.form = this.convertValues(source["form"], practice.PreparationForm);
	        this.medicines = source["medicines"];
	        this.done_text = source["done_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PsychotherapyRow {
	    note: practice.PsychotherapyNote;
	    written_text: string;
	
	    static createFrom(source: any = {}) {
	        return new PsychotherapyRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.note = this.convertValues(source["note"], practice.PsychotherapyNote);
	        this.written_text = source["written_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ReleaseRow {
	    released_text: string;
	    recipient: string;
	    under_text: string;
	    notes_text: string;
	
	    static createFrom(source: any = {}) {
	        return new ReleaseRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.released_text = source["released_text"];
	        this.recipient = source["recipient"];
	        this.under_text = source["under_text"];
	        this.notes_text = source["notes_text"];
	    }
	}
	export class PsychotherapyView {
	    private_notes: PsychotherapyRow[];
	    releases: ReleaseRow[];
	
	    static createFrom(source: any = {}) {
	        return new PsychotherapyView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.private_notes = this.convertValues(source["private_notes"], PsychotherapyRow);
	        this.releases = this.convertValues(source["releases"], ReleaseRow);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class RecentChart {
	    client_id: string;
	    name: string;
	    window_left_hours: number;
	
	    static createFrom(source: any = {}) {
	        return new RecentChart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.client_id = source["client_id"];
	        this.name = source["name"];
	        this.window_left_hours = source["window_left_hours"];
	    }
	}
	
	
	
	
	
	export class RenderedSection {
	    title: string;
	    html: string;
	
	    static createFrom(source: any = {}) {
	        return new RenderedSection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.title = source["title"];
	        this.html = source["html"];
	    }
	}
	export class RequestLine {
	    label: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new RequestLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.label = source["label"];
	        this.text = source["text"];
	    }
	}
	export class RequestRow {
	    request: practice.RecordsRequest;
	    asked_text: string;
	    state_text: string;
	    overdue: boolean;
	    extendable: boolean;
	    term_text: string;
	    lines: RequestLine[];
	    documents: string[];
	
	    static createFrom(source: any = {}) {
	        return new RequestRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.request = this.convertValues(source["request"], practice.RecordsRequest);
	        this.asked_text = source["asked_text"];
	        this.state_text = source["state_text"];
	        this.overdue = source["overdue"];
	        this.extendable = source["extendable"];
	        this.term_text = source["term_text"];
	        this.lines = this.convertValues(source["lines"], RequestLine);
	        this.documents = source["documents"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RequestTerm {
	    asked_for: string;
	    label: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new RequestTerm(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.asked_for = source["asked_for"];
	        this.label = source["label"];
	        this.text = source["text"];
	    }
	}
	export class RequestsView {
	    rows: RequestRow[];
	    rule_name: string;
	    terms: RequestTerm[];
	    asked_bys: Choice[];
	    outcomes: Choice[];
	    today: string;
	    zone: string;
	
	    static createFrom(source: any = {}) {
	        return new RequestsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], RequestRow);
	        this.rule_name = source["rule_name"];
	        this.terms = this.convertValues(source["terms"], RequestTerm);
	        this.asked_bys = this.convertValues(source["asked_bys"], Choice);
	        this.outcomes = this.convertValues(source["outcomes"], Choice);
	        this.today = source["today"];
	        this.zone = source["zone"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RestoreResult {
	    backup: BackupInfo;
	    kept_aside: string;
	    backup_folder_text: string;
	
	    static createFrom(source: any = {}) {
	        return new RestoreResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.backup = this.convertValues(source["backup"], BackupInfo);
	        this.kept_aside = source["kept_aside"];
	        this.backup_folder_text = source["backup_folder_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class RunningSession {
	    session_id: string;
	    names: string;
	    started_at: string;
	    first_dose: string;
	    now: string;
	
	    static createFrom(source: any = {}) {
	        return new RunningSession(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.names = source["names"];
	        this.started_at = source["started_at"];
	        this.first_dose = source["first_dose"];
	        this.now = source["now"];
	    }
	}
	export class ScreenProtection {
	    supported: boolean;
	    on: boolean;
	    active: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ScreenProtection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.supported = source["supported"];
	        this.on = source["on"];
	        this.active = source["active"];
	    }
	}
	export class ScreeningRound {
	    screening: practice.Screening;
	    date_text: string;
	    conclusion_text: string;
	    changes_text: string;
	    review_text: string;
	    changes: practice.ScreeningChange[];
	
	    static createFrom(source: any = {}) {
	        return new ScreeningRound(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.screening = this.convertValues(source["screening"], practice.Screening);
	        this.date_text = source["date_text"];
	        this.conclusion_text = source["conclusion_text"];
	        this.changes_text = source["changes_text"];
	        this.review_text = source["review_text"];
	        this.changes = this.convertValues(source["changes"], practice.ScreeningChange);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ScreeningView {
	    open?: practice.Screening;
	    left_text: string;
	    changes: practice.ScreeningChange[];
	    rounds: ScreeningRound[];
	    flags: FlagRow[];
	    medicines: MedicineRow[];
	    classes: practice.MedicineClass[];
	    questions: string[];
	    review_text: string;
	    review_due: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ScreeningView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.open = this.convertValues(source["open"], practice.Screening);
	        this.left_text = source["left_text"];
	        this.changes = this.convertValues(source["changes"], practice.ScreeningChange);
	        this.rounds = this.convertValues(source["rounds"], ScreeningRound);
	        this.flags = this.convertValues(source["flags"], FlagRow);
	        this.medicines = this.convertValues(source["medicines"], MedicineRow);
	        this.classes = this.convertValues(source["classes"], practice.MedicineClass);
	        this.questions = source["questions"];
	        this.review_text = source["review_text"];
	        this.review_due = source["review_due"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SessionRow {
	    session_id: string;
	    kind: string;
	    state: string;
	    title: string;
	    client_names: string;
	    time_text: string;
	    length_text: string;
	    ways: string[];
	    lifted: string[];
	    act: string;
	
	    static createFrom(source: any = {}) {
	        return new SessionRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.title = source["title"];
	        this.client_names = source["client_names"];
	        this.time_text = source["time_text"];
	        this.length_text = source["length_text"];
	        this.ways = source["ways"];
	        this.lifted = source["lifted"];
	        this.act = source["act"];
	    }
	}
	export class SessionView {
	    session: practice.Session;
	    state: string;
	    title: string;
	    time_text: string;
	    parts: PartView[];
	    blocked: boolean;
	    runs: boolean;
	    card: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SessionView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session = this.convertValues(source["session"], practice.Session);
	        this.state = source["state"];
	        this.title = source["title"];
	        this.time_text = source["time_text"];
	        this.parts = this.convertValues(source["parts"], PartView);
	        this.blocked = source["blocked"];
	        this.runs = source["runs"];
	        this.card = source["card"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SettingsView {
	    practice: practice.Practice;
	    settings: practice.Settings;
	    last_backup: string;
	    app_version: string;
	    folder: string;
	    records_rules: Choice[];
	    code_unconfirmed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new SettingsView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.practice = this.convertValues(source["practice"], practice.Practice);
	        this.settings = this.convertValues(source["settings"], practice.Settings);
	        this.last_backup = source["last_backup"];
	        this.app_version = source["app_version"];
	        this.folder = source["folder"];
	        this.records_rules = this.convertValues(source["records_rules"], Choice);
	        this.code_unconfirmed = source["code_unconfirmed"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	
	
	
	
	
	
	
	
	
	
	export class SignedText {
	    consent: practice.Consent;
	    html: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new SignedText(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.consent = this.convertValues(source["consent"], practice.Consent);
	        this.html = source["html"];
	        this.text = source["text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TalkInstead {
	    participant_id: string;
	    step_id: string;
	    dose_id: string;
	    at: string;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new TalkInstead(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.step_id = source["step_id"];
	        this.dose_id = source["dose_id"];
	        this.at = source["at"];
	        this.reason = source["reason"];
	    }
	}
	export class ToSignRow {
	    participant_id: string;
	    title: string;
	    age_text: string;
	    missing: string[];
	    overdue: boolean;
	    act: string;
	
	    static createFrom(source: any = {}) {
	        return new ToSignRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.title = source["title"];
	        this.age_text = source["age_text"];
	        this.missing = source["missing"];
	        this.overdue = source["overdue"];
	        this.act = source["act"];
	    }
	}
	export class WindowCard {
	    window: practice.Window;
	    client_id: string;
	    client_name: string;
	    title: string;
	    opened_text: string;
	    left_text: string;
	    start_label: string;
	    stage_label: string;
	    end_label: string;
	    elapsed_fraction: number;
	    stage_fraction: number;
	    next_text: string;
	    next_label: string;
	    next_session_id: string;
	
	    static createFrom(source: any = {}) {
	        return new WindowCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.window = this.convertValues(source["window"], practice.Window);
	        this.client_id = source["client_id"];
	        this.client_name = source["client_name"];
	        this.title = source["title"];
	        this.opened_text = source["opened_text"];
	        this.left_text = source["left_text"];
	        this.start_label = source["start_label"];
	        this.stage_label = source["stage_label"];
	        this.end_label = source["end_label"];
	        this.elapsed_fraction = source["elapsed_fraction"];
	        this.stage_fraction = source["stage_fraction"];
	        this.next_text = source["next_text"];
	        this.next_label = source["next_label"];
	        this.next_session_id = source["next_session_id"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TodayView {
	    zone: string;
	    date_text: string;
	    sentence: string;
	    windows: WindowCard[];
	    sessions: SessionRow[];
	    to_sign: ToSignRow[];
	    missed: MissedWindow[];
	    commitments: CommitmentRow[];
	    due: DueRow[];
	    clients: number;
	
	    static createFrom(source: any = {}) {
	        return new TodayView(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.zone = source["zone"];
	        this.date_text = source["date_text"];
	        this.sentence = source["sentence"];
	        this.windows = this.convertValues(source["windows"], WindowCard);
	        this.sessions = this.convertValues(source["sessions"], SessionRow);
	        this.to_sign = this.convertValues(source["to_sign"], ToSignRow);
	        this.missed = this.convertValues(source["missed"], MissedWindow);
	        this.commitments = this.convertValues(source["commitments"], CommitmentRow);
	        this.due = this.convertValues(source["due"], DueRow);
	        this.clients = source["clients"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class UnlockResult {
	    failed_attempts: number;
	    place: string;
	    check_needed: boolean;
	    session: string;
	    form: string;
	
	    static createFrom(source: any = {}) {
	        return new UnlockResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.failed_attempts = source["failed_attempts"];
	        this.place = source["place"];
	        this.check_needed = source["check_needed"];
	        this.session = source["session"];
	        this.form = source["form"];
	    }
	}
	export class VaultState {
	    state: string;
	    folder: string;
	    app_version: string;
	    wait_seconds: number;
	    sample: boolean;
	    last_backup: LastBackup;
	    place_warning: string;
	    place_refused: string;
	
	    static createFrom(source: any = {}) {
	        return new VaultState(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.folder = source["folder"];
	        this.app_version = source["app_version"];
	        this.wait_seconds = source["wait_seconds"];
	        this.sample = source["sample"];
	        this.last_backup = this.convertValues(source["last_backup"], LastBackup);
	        this.place_warning = source["place_warning"];
	        this.place_refused = source["place_refused"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Vocabulary {
	    kinds: Choice[];
	    observation_kinds: practice.ObservationKind[];
	    routes: Choice[];
	    forms: Choice[];
	    positions: Choice[];
	    stages: Choice[];
	    adverse_grades: Choice[];
	    adverse_endings: Choice[];
	    callees: Choice[];
	
	    static createFrom(source: any = {}) {
	        return new Vocabulary(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kinds = this.convertValues(source["kinds"], Choice);
	        this.observation_kinds = this.convertValues(source["observation_kinds"], practice.ObservationKind);
	        this.routes = this.convertValues(source["routes"], Choice);
	        this.forms = this.convertValues(source["forms"], Choice);
	        this.positions = this.convertValues(source["positions"], Choice);
	        this.stages = this.convertValues(source["stages"], Choice);
	        this.adverse_grades = this.convertValues(source["adverse_grades"], Choice);
	        this.adverse_endings = this.convertValues(source["adverse_endings"], Choice);
	        this.callees = this.convertValues(source["callees"], Choice);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}

}

export namespace practice {
	
	export class Addendum {
	    id: string;
	    note_id: string;
	    at: string;
	    zone: string;
	    text: string;
	    signed_name: string;
	
	    static createFrom(source: any = {}) {
	        return new Addendum(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.note_id = source["note_id"];
	        this.at = source["at"];
	        this.zone = source["zone"];
	        this.text = source["text"];
	        this.signed_name = source["signed_name"];
	    }
	}
	export class AdverseAddition {
	    id: string;
	    event_id: string;
	    text: string;
	    created_at: string;
	
	    static createFrom(source: any = {}) {
	        return new AdverseAddition(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.event_id = source["event_id"];
	        this.text = source["text"];
	        this.created_at = source["created_at"];
	    }
	}
	export class AdverseEvent {
	    id: string;
	    participant_id: string;
	    at: string;
	    what: string;
	    action: string;
	    called: string;
	    grade: string;
	    ending: string;
	    outcome: string;
	    serious: boolean;
	    created_at: string;
	    additions: AdverseAddition[];
	
	    static createFrom(source: any = {}) {
	        return new AdverseEvent(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.participant_id = source["participant_id"];
	        this.at = source["at"];
	        this.what = source["what"];
	        this.action = source["action"];
	        this.called = source["called"];
	        this.grade = source["grade"];
	        this.ending = source["ending"];
	        this.outcome = source["outcome"];
	        this.serious = source["serious"];
	        this.created_at = source["created_at"];
	        this.additions = this.convertValues(source["additions"], AdverseAddition);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Attachment {
	    id: string;
	    client_id: string;
	    kind: string;
	    title: string;
	    media_type: string;
	    bytes: number;
	    sha256: string;
	    created_at: string;
	
	    static createFrom(source: any = {}) {
	        return new Attachment(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.kind = source["kind"];
	        this.title = source["title"];
	        this.media_type = source["media_type"];
	        this.bytes = source["bytes"];
	        this.sha256 = source["sha256"];
	        this.created_at = source["created_at"];
	    }
	}
	export class Band {
	    from: number;
	    to: number;
	    label: string;
	
	    static createFrom(source: any = {}) {
	        return new Band(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.to = source["to"];
	        this.label = source["label"];
	    }
	}
	export class Baseline {
	    at: string;
	    systolic_mmhg: number;
	    diastolic_mmhg: number;
	    heart_rate_bpm: number;
	    spo2_percent: number;
	
	    static createFrom(source: any = {}) {
	        return new Baseline(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.at = source["at"];
	        this.systolic_mmhg = source["systolic_mmhg"];
	        this.diastolic_mmhg = source["diastolic_mmhg"];
	        this.heart_rate_bpm = source["heart_rate_bpm"];
	        this.spo2_percent = source["spo2_percent"];
	    }
	}
	export class Call {
	    callee: string;
	    name: string;
	    number: string;
	    reached: string;
	
	    static createFrom(source: any = {}) {
	        return new Call(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.callee = source["callee"];
	        this.name = source["name"];
	        this.number = source["number"];
	        this.reached = source["reached"];
	    }
	}
	export class Claim {
	    kind: string;
	    better: boolean;
	    title: string;
	    rule: string;
	    source: string;
	    words: string;
	
	    static createFrom(source: any = {}) {
	        return new Claim(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.better = source["better"];
	        this.title = source["title"];
	        this.rule = source["rule"];
	        this.source = source["source"];
	        this.words = source["words"];
	    }
	}
	export class Difference {
	    points: number;
	    percent?: number;
	    better?: boolean;
	    words: string;
	
	    static createFrom(source: any = {}) {
	        return new Difference(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.points = source["points"];
	        this.percent = source["percent"];
	        this.better = source["better"];
	        this.words = source["words"];
	    }
	}
	export class InstrumentRef {
	    id: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new InstrumentRef(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.version = source["version"];
	    }
	}
	export class FormTotal {
	    response_id: string;
	    instrument: InstrumentRef;
	    at: string;
	    zone: string;
	    value: number;
	    band: string;
	    cutoff: string;
	
	    static createFrom(source: any = {}) {
	        return new FormTotal(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.response_id = source["response_id"];
	        this.instrument = this.convertValues(source["instrument"], InstrumentRef);
	        this.at = source["at"];
	        this.zone = source["zone"];
	        this.value = source["value"];
	        this.band = source["band"];
	        this.cutoff = source["cutoff"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Change {
	    baseline?: FormTotal;
	    baseline_note: string;
	    last?: FormTotal;
	    since_baseline?: Difference;
	    since_before?: Difference;
	    claims: Claim[];
	
	    static createFrom(source: any = {}) {
	        return new Change(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.baseline = this.convertValues(source["baseline"], FormTotal);
	        this.baseline_note = source["baseline_note"];
	        this.last = this.convertValues(source["last"], FormTotal);
	        this.since_baseline = this.convertValues(source["since_baseline"], Difference);
	        this.since_before = this.convertValues(source["since_before"], Difference);
	        this.claims = this.convertValues(source["claims"], Claim);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Charge {
	    id: string;
	    participant_id: string;
	    cpt: string;
	    words: string;
	    units: number;
	    fee_cents: number;
	    paid_cents: number;
	    pos: string;
	    diagnoses: string[];
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Charge(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.participant_id = source["participant_id"];
	        this.cpt = source["cpt"];
	        this.words = source["words"];
	        this.units = source["units"];
	        this.fee_cents = source["fee_cents"];
	        this.paid_cents = source["paid_cents"];
	        this.pos = source["pos"];
	        this.diagnoses = source["diagnoses"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	}
	export class ChargeTotals {
	    fee_cents: number;
	    paid_cents: number;
	    balance_cents: number;
	
	    static createFrom(source: any = {}) {
	        return new ChargeTotals(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fee_cents = source["fee_cents"];
	        this.paid_cents = source["paid_cents"];
	        this.balance_cents = source["balance_cents"];
	    }
	}
	export class ChartPoint {
	    response_id: string;
	    at: string;
	    date_text: string;
	    value: number;
	    band: string;
	    meaning: string;
	    words: string;
	
	    static createFrom(source: any = {}) {
	        return new ChartPoint(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.response_id = source["response_id"];
	        this.at = source["at"];
	        this.date_text = source["date_text"];
	        this.value = source["value"];
	        this.band = source["band"];
	        this.meaning = source["meaning"];
	        this.words = source["words"];
	    }
	}
	export class Cutoff {
	    from: number;
	    words: string;
	    source: string;
	
	    static createFrom(source: any = {}) {
	        return new Cutoff(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.words = source["words"];
	        this.source = source["source"];
	    }
	}
	export class ChartSeries {
	    key: string;
	    title: string;
	    min: number;
	    max: number;
	    better: string;
	    low: string;
	    high: string;
	    bands: Band[];
	    cutoffs: Cutoff[];
	    points: ChartPoint[];
	    claims: string[];
	
	    static createFrom(source: any = {}) {
	        return new ChartSeries(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = source["title"];
	        this.min = source["min"];
	        this.max = source["max"];
	        this.better = source["better"];
	        this.low = source["low"];
	        this.high = source["high"];
	        this.bands = this.convertValues(source["bands"], Band);
	        this.cutoffs = this.convertValues(source["cutoffs"], Cutoff);
	        this.points = this.convertValues(source["points"], ChartPoint);
	        this.claims = source["claims"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class ChartSession {
	    session_id: string;
	    kind: string;
	    state: string;
	    at: string;
	    title: string;
	    date_text: string;
	    dose_text: string;
	    words: string;
	
	    static createFrom(source: any = {}) {
	        return new ChartSession(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.kind = source["kind"];
	        this.state = source["state"];
	        this.at = source["at"];
	        this.title = source["title"];
	        this.date_text = source["date_text"];
	        this.dose_text = source["dose_text"];
	        this.words = source["words"];
	    }
	}
	export class ChartWindow {
	    session_id: string;
	    opens_at: string;
	    closes_at: string;
	    title: string;
	    date_text: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new ChartWindow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.opens_at = source["opens_at"];
	        this.closes_at = source["closes_at"];
	        this.title = source["title"];
	        this.date_text = source["date_text"];
	        this.text = source["text"];
	    }
	}
	export class Lift {
	    id: string;
	    participant_id: string;
	    check_key: string;
	    check_text: string;
	    kind: string;
	    reason: string;
	    prescriber_name: string;
	    decided_at: string;
	    said: string;
	    read_back: boolean;
	    created_at: string;
	
	    static createFrom(source: any = {}) {
	        return new Lift(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.participant_id = source["participant_id"];
	        this.check_key = source["check_key"];
	        this.check_text = source["check_text"];
	        this.kind = source["kind"];
	        this.reason = source["reason"];
	        this.prescriber_name = source["prescriber_name"];
	        this.decided_at = source["decided_at"];
	        this.said = source["said"];
	        this.read_back = source["read_back"];
	        this.created_at = source["created_at"];
	    }
	}
	export class Check {
	    key: string;
	    topic: string;
	    state: string;
	    text: string;
	    lift_by: string;
	    lift?: Lift;
	    form?: string;
	
	    static createFrom(source: any = {}) {
	        return new Check(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.topic = source["topic"];
	        this.state = source["state"];
	        this.text = source["text"];
	        this.lift_by = source["lift_by"];
	        this.lift = this.convertValues(source["lift"], Lift);
	        this.form = source["form"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CheckInWritten {
	    session_id: string;
	    participant_id: string;
	    note_id: string;
	    client_id: string;
	    dosing_session_id: string;
	    contact: string;
	    at: string;
	    text: string;
	    risk: string;
	    risk_text: string;
	    sign: boolean;
	
	    static createFrom(source: any = {}) {
	        return new CheckInWritten(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.session_id = source["session_id"];
	        this.participant_id = source["participant_id"];
	        this.note_id = source["note_id"];
	        this.client_id = source["client_id"];
	        this.dosing_session_id = source["dosing_session_id"];
	        this.contact = source["contact"];
	        this.at = source["at"];
	        this.text = source["text"];
	        this.risk = source["risk"];
	        this.risk_text = source["risk_text"];
	        this.sign = source["sign"];
	    }
	}
	export class Choice {
	    value: number;
	    label: string;
	
	    static createFrom(source: any = {}) {
	        return new Choice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.value = source["value"];
	        this.label = source["label"];
	    }
	}
	
	export class Limits {
	    systolic_max_mmhg?: number;
	    systolic_min_mmhg?: number;
	    diastolic_max_mmhg?: number;
	    heart_rate_max_bpm?: number;
	    heart_rate_min_bpm?: number;
	    spo2_min_percent?: number;
	
	    static createFrom(source: any = {}) {
	        return new Limits(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.systolic_max_mmhg = source["systolic_max_mmhg"];
	        this.systolic_min_mmhg = source["systolic_min_mmhg"];
	        this.diastolic_max_mmhg = source["diastolic_max_mmhg"];
	        this.heart_rate_max_bpm = source["heart_rate_max_bpm"];
	        this.heart_rate_min_bpm = source["heart_rate_min_bpm"];
	        this.spo2_min_percent = source["spo2_min_percent"];
	    }
	}
	export class FlagRef {
	    item_key: string;
	    raised_at: string;
	
	    static createFrom(source: any = {}) {
	        return new FlagRef(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item_key = source["item_key"];
	        this.raised_at = source["raised_at"];
	    }
	}
	export class Clearance {
	    id: string;
	    client_id: string;
	    prescriber_id: string;
	    cleared_on: string;
	    expires_on: string;
	    conditions: string;
	    covers: FlagRef[];
	    limits: Limits;
	    dose_min_ug: number;
	    dose_max_ug: number;
	    route: string;
	    form: string;
	    booster_allowed: boolean;
	    booster_max_ug: number;
	    booster_earliest_min: number;
	    sessions: number;
	    pharmacy: string;
	    attachment_id: string;
	    suspended_at: string;
	    suspended_reason: string;
	    adverse_event_id: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Clearance(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.prescriber_id = source["prescriber_id"];
	        this.cleared_on = source["cleared_on"];
	        this.expires_on = source["expires_on"];
	        this.conditions = source["conditions"];
	        this.covers = this.convertValues(source["covers"], FlagRef);
	        this.limits = this.convertValues(source["limits"], Limits);
	        this.dose_min_ug = source["dose_min_ug"];
	        this.dose_max_ug = source["dose_max_ug"];
	        this.route = source["route"];
	        this.form = source["form"];
	        this.booster_allowed = source["booster_allowed"];
	        this.booster_max_ug = source["booster_max_ug"];
	        this.booster_earliest_min = source["booster_earliest_min"];
	        this.sessions = source["sessions"];
	        this.pharmacy = source["pharmacy"];
	        this.attachment_id = source["attachment_id"];
	        this.suspended_at = source["suspended_at"];
	        this.suspended_reason = source["suspended_reason"];
	        this.adverse_event_id = source["adverse_event_id"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Contact {
	    name: string;
	    relationship: string;
	    phone: string;
	
	    static createFrom(source: any = {}) {
	        return new Contact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.relationship = source["relationship"];
	        this.phone = source["phone"];
	    }
	}
	export class Client {
	    id: string;
	    legal_name: string;
	    preferred_name: string;
	    pronouns: string;
	    birth_date: string;
	    email: string;
	    phone: string;
	    address: string;
	    emergency_contact: Contact;
	    allergy_answer: string;
	    allergies: string;
	    concerns: string[];
	    diagnoses: string[];
	    intention: string;
	    watch: string;
	    notes: string;
	    stage: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Client(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.legal_name = source["legal_name"];
	        this.preferred_name = source["preferred_name"];
	        this.pronouns = source["pronouns"];
	        this.birth_date = source["birth_date"];
	        this.email = source["email"];
	        this.phone = source["phone"];
	        this.address = source["address"];
	        this.emergency_contact = this.convertValues(source["emergency_contact"], Contact);
	        this.allergy_answer = source["allergy_answer"];
	        this.allergies = source["allergies"];
	        this.concerns = source["concerns"];
	        this.diagnoses = source["diagnoses"];
	        this.intention = source["intention"];
	        this.watch = source["watch"];
	        this.notes = source["notes"];
	        this.stage = source["stage"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Commitment {
	    id: string;
	    client_id: string;
	    participant_id: string;
	    text: string;
	    due_on: string;
	    state: string;
	    settled_at: string;
	    settled_in: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Commitment(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.participant_id = source["participant_id"];
	        this.text = source["text"];
	        this.due_on = source["due_on"];
	        this.state = source["state"];
	        this.settled_at = source["settled_at"];
	        this.settled_in = source["settled_in"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	}
	export class Consent {
	    id: string;
	    client_id: string;
	    kind: string;
	    text_key: string;
	    text_version: number;
	    title: string;
	    text: string;
	    clauses: string[];
	    initials: string[];
	    recipient: string;
	    scope: string;
	    signed_on: string;
	    expires_on: string;
	    signed_by: string;
	    signer_role: string;
	    method: string;
	    drawing: string;
	    attachment_id: string;
	    revoked_on: string;
	    revoked_reason: string;
	    created_at: string;
	
	    static createFrom(source: any = {}) {
	        return new Consent(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.kind = source["kind"];
	        this.text_key = source["text_key"];
	        this.text_version = source["text_version"];
	        this.title = source["title"];
	        this.text = source["text"];
	        this.clauses = source["clauses"];
	        this.initials = source["initials"];
	        this.recipient = source["recipient"];
	        this.scope = source["scope"];
	        this.signed_on = source["signed_on"];
	        this.expires_on = source["expires_on"];
	        this.signed_by = source["signed_by"];
	        this.signer_role = source["signer_role"];
	        this.method = source["method"];
	        this.drawing = source["drawing"];
	        this.attachment_id = source["attachment_id"];
	        this.revoked_on = source["revoked_on"];
	        this.revoked_reason = source["revoked_reason"];
	        this.created_at = source["created_at"];
	    }
	}
	export class ConsentText {
	    key: string;
	    kind: string;
	    title: string;
	    text: string;
	    clauses: string[];
	    valid_months: number;
	    skeleton: boolean;
	    offered: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ConsentText(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.title = source["title"];
	        this.text = source["text"];
	        this.clauses = source["clauses"];
	        this.valid_months = source["valid_months"];
	        this.skeleton = source["skeleton"];
	        this.offered = source["offered"];
	    }
	}
	
	export class CourseReview {
	    after_dosings: number;
	    at: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new CourseReview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.after_dosings = source["after_dosings"];
	        this.at = source["at"];
	        this.text = source["text"];
	    }
	}
	export class CoursePlan {
	    preparations: number;
	    dosings: number;
	    cadence_days: number;
	    integrations: number;
	    later_integration_days: number;
	    review_after: number[];
	    maintenance_weeks: number;
	
	    static createFrom(source: any = {}) {
	        return new CoursePlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.preparations = source["preparations"];
	        this.dosings = source["dosings"];
	        this.cadence_days = source["cadence_days"];
	        this.integrations = source["integrations"];
	        this.later_integration_days = source["later_integration_days"];
	        this.review_after = source["review_after"];
	        this.maintenance_weeks = source["maintenance_weeks"];
	    }
	}
	export class Course {
	    id: string;
	    client_id: string;
	    goal: string;
	    template_name: string;
	    plan: CoursePlan;
	    window_hours: number;
	    first_stage_hours: number;
	    started_at: string;
	    reviews: CourseReview[];
	    maintenance_since: string;
	    completed_at: string;
	    ending: string;
	    closing_summary: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Course(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.goal = source["goal"];
	        this.template_name = source["template_name"];
	        this.plan = this.convertValues(source["plan"], CoursePlan);
	        this.window_hours = source["window_hours"];
	        this.first_stage_hours = source["first_stage_hours"];
	        this.started_at = source["started_at"];
	        this.reviews = this.convertValues(source["reviews"], CourseReview);
	        this.maintenance_since = source["maintenance_since"];
	        this.completed_at = source["completed_at"];
	        this.ending = source["ending"];
	        this.closing_summary = source["closing_summary"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CourseChart {
	    zone: string;
	    now: string;
	    sessions: ChartSession[];
	    windows: ChartWindow[];
	    series: ChartSeries[];
	    notices: ChartSeries[];
	
	    static createFrom(source: any = {}) {
	        return new CourseChart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.zone = source["zone"];
	        this.now = source["now"];
	        this.sessions = this.convertValues(source["sessions"], ChartSession);
	        this.windows = this.convertValues(source["windows"], ChartWindow);
	        this.series = this.convertValues(source["series"], ChartSeries);
	        this.notices = this.convertValues(source["notices"], ChartSeries);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class CourseTemplate {
	    key: string;
	    name: string;
	    plan: CoursePlan;
	    offered: boolean;
	
	    static createFrom(source: any = {}) {
	        return new CourseTemplate(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = source["name"];
	        this.plan = this.convertValues(source["plan"], CoursePlan);
	        this.offered = source["offered"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class VirtualSafety {
	    address: string;
	    call_back_number: string;
	    emergency_number: string;
	    emergency_room: string;
	    chaperone_name: string;
	    chaperone_phone: string;
	    chaperone_adult: boolean;
	    chaperone_present: boolean;
	    pressure_cuff: boolean;
	    spit_cup: boolean;
	    dependents: boolean;
	    lost_connection: boolean;
	    lost_minutes: number;
	
	    static createFrom(source: any = {}) {
	        return new VirtualSafety(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.address = source["address"];
	        this.call_back_number = source["call_back_number"];
	        this.emergency_number = source["emergency_number"];
	        this.emergency_room = source["emergency_room"];
	        this.chaperone_name = source["chaperone_name"];
	        this.chaperone_phone = source["chaperone_phone"];
	        this.chaperone_adult = source["chaperone_adult"];
	        this.chaperone_present = source["chaperone_present"];
	        this.pressure_cuff = source["pressure_cuff"];
	        this.spit_cup = source["spit_cup"];
	        this.dependents = source["dependents"];
	        this.lost_connection = source["lost_connection"];
	        this.lost_minutes = source["lost_minutes"];
	    }
	}
	export class DayCheck {
	    participant_id: string;
	    asked_on: string;
	    identity: string;
	    fasted: string;
	    fasting_note: string;
	    medicines: string;
	    medicines_note: string;
	    ride: string;
	    ride_home: Contact;
	    suicidal_thoughts: string;
	    suicidal_note: string;
	    intoxicated: string;
	    able_to_consent: string;
	    intention: string;
	    touch: string;
	    baseline: Baseline;
	    virtual: VirtualSafety;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new DayCheck(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.asked_on = source["asked_on"];
	        this.identity = source["identity"];
	        this.fasted = source["fasted"];
	        this.fasting_note = source["fasting_note"];
	        this.medicines = source["medicines"];
	        this.medicines_note = source["medicines_note"];
	        this.ride = source["ride"];
	        this.ride_home = this.convertValues(source["ride_home"], Contact);
	        this.suicidal_thoughts = source["suicidal_thoughts"];
	        this.suicidal_note = source["suicidal_note"];
	        this.intoxicated = source["intoxicated"];
	        this.able_to_consent = source["able_to_consent"];
	        this.intention = source["intention"];
	        this.touch = source["touch"];
	        this.baseline = this.convertValues(source["baseline"], Baseline);
	        this.virtual = this.convertValues(source["virtual"], VirtualSafety);
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DayQuestion {
	    key: string;
	    text: string;
	    wanted: string;
	    note: string;
	
	    static createFrom(source: any = {}) {
	        return new DayQuestion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.text = source["text"];
	        this.wanted = source["wanted"];
	        this.note = source["note"];
	    }
	}
	
	export class Entry {
	    id: string;
	    participant_id: string;
	    at: string;
	    recorded_at: string;
	    struck_at: string;
	    struck_reason: string;
	    corrects_id: string;
	
	    static createFrom(source: any = {}) {
	        return new Entry(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.participant_id = source["participant_id"];
	        this.at = source["at"];
	        this.recorded_at = source["recorded_at"];
	        this.struck_at = source["struck_at"];
	        this.struck_reason = source["struck_reason"];
	        this.corrects_id = source["corrects_id"];
	    }
	}
	export class DoseEvent {
	    entry: Entry;
	    prescribed_ug: number;
	    taken_ug: number;
	    route: string;
	    form: string;
	    lot: string;
	    pharmacy: string;
	    administered_by: string;
	    out_at: string;
	    out_how: string;
	    leftover_ug: number;
	    not_given: boolean;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new DoseEvent(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.entry = this.convertValues(source["entry"], Entry);
	        this.prescribed_ug = source["prescribed_ug"];
	        this.taken_ug = source["taken_ug"];
	        this.route = source["route"];
	        this.form = source["form"];
	        this.lot = source["lot"];
	        this.pharmacy = source["pharmacy"];
	        this.administered_by = source["administered_by"];
	        this.out_at = source["out_at"];
	        this.out_how = source["out_how"];
	        this.leftover_ug = source["leftover_ug"];
	        this.not_given = source["not_given"];
	        this.reason = source["reason"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DoseTotals {
	    first_at: string;
	    last_at: string;
	    taken_ug: number;
	    given: number;
	    boosters: number;
	    not_given: number;
	
	    static createFrom(source: any = {}) {
	        return new DoseTotals(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.first_at = source["first_at"];
	        this.last_at = source["last_at"];
	        this.taken_ug = source["taken_ug"];
	        this.given = source["given"];
	        this.boosters = source["boosters"];
	        this.not_given = source["not_given"];
	    }
	}
	export class Observation {
	    entry: Entry;
	    kind: string;
	    text: string;
	    client_words: boolean;
	    call?: Call;
	
	    static createFrom(source: any = {}) {
	        return new Observation(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.entry = this.convertValues(source["entry"], Entry);
	        this.kind = source["kind"];
	        this.text = source["text"];
	        this.client_words = source["client_words"];
	        this.call = this.convertValues(source["call"], Call);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EmergencyFact {
	    label: string;
	    lines: string[];
	
	    static createFrom(source: any = {}) {
	        return new EmergencyFact(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.label = source["label"];
	        this.lines = source["lines"];
	    }
	}
	export class EmergencyNumber {
	    callee: string;
	    label: string;
	    who: string;
	    number: string;
	    missing: boolean;
	
	    static createFrom(source: any = {}) {
	        return new EmergencyNumber(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.callee = source["callee"];
	        this.label = source["label"];
	        this.who = source["who"];
	        this.number = source["number"];
	        this.missing = source["missing"];
	    }
	}
	export class EmergencyCard {
	    name: string;
	    born_text: string;
	    address_label: string;
	    address: string;
	    steps: string[];
	    numbers: EmergencyNumber[];
	    facts: EmergencyFact[];
	    calls: Observation[];
	
	    static createFrom(source: any = {}) {
	        return new EmergencyCard(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.born_text = source["born_text"];
	        this.address_label = source["address_label"];
	        this.address = source["address"];
	        this.steps = source["steps"];
	        this.numbers = this.convertValues(source["numbers"], EmergencyNumber);
	        this.facts = this.convertValues(source["facts"], EmergencyFact);
	        this.calls = this.convertValues(source["calls"], Observation);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class EmergencyPlan {
	    steps: string[];
	
	    static createFrom(source: any = {}) {
	        return new EmergencyPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.steps = source["steps"];
	    }
	}
	
	export class Fee {
	    cpt: string;
	    words: string;
	    cents?: number;
	
	    static createFrom(source: any = {}) {
	        return new Fee(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.cpt = source["cpt"];
	        this.words = source["words"];
	        this.cents = source["cents"];
	    }
	}
	export class FeeList {
	    fees: Fee[];
	
	    static createFrom(source: any = {}) {
	        return new FeeList(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.fees = this.convertValues(source["fees"], Fee);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Finding {
	    level: string;
	    field: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Finding(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.field = source["field"];
	        this.text = source["text"];
	    }
	}
	export class Flag {
	    ref: FlagRef;
	    severity: string;
	    question: string;
	    answer: string;
	    detail: string;
	    draft: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Flag(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.ref = this.convertValues(source["ref"], FlagRef);
	        this.severity = source["severity"];
	        this.question = source["question"];
	        this.answer = source["answer"];
	        this.detail = source["detail"];
	        this.draft = source["draft"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class HandedItem {
	    link_id: string;
	    text: string;
	    low: string;
	    high: string;
	
	    static createFrom(source: any = {}) {
	        return new HandedItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.link_id = source["link_id"];
	        this.text = source["text"];
	        this.low = source["low"];
	        this.high = source["high"];
	    }
	}
	export class HandedForm {
	    lead: string;
	    choices: Choice[];
	    items: HandedItem[];
	    values: Record<string, number>;
	    done: boolean;
	
	    static createFrom(source: any = {}) {
	        return new HandedForm(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lead = source["lead"];
	        this.choices = this.convertValues(source["choices"], Choice);
	        this.items = this.convertValues(source["items"], HandedItem);
	        this.values = source["values"];
	        this.done = source["done"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Handout {
	    place: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Handout(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.place = source["place"];
	        this.text = source["text"];
	    }
	}
	export class Hold {
	    level: string;
	    reading_id: string;
	    findings: Finding[];
	    text: string;
	    acts: string[];
	    again: string;
	    again_label: string;
	
	    static createFrom(source: any = {}) {
	        return new Hold(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.reading_id = source["reading_id"];
	        this.findings = this.convertValues(source["findings"], Finding);
	        this.text = source["text"];
	        this.acts = source["acts"];
	        this.again = source["again"];
	        this.again_label = source["again_label"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Inquiry {
	    id: string;
	    name: string;
	    phone: string;
	    email: string;
	    called_at: string;
	    found_by: string;
	    hopes: string;
	    concerns: string[];
	    notes: string;
	    outcome: string;
	    outcome_note: string;
	    client_id: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Inquiry(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.phone = source["phone"];
	        this.email = source["email"];
	        this.called_at = source["called_at"];
	        this.found_by = source["found_by"];
	        this.hopes = source["hopes"];
	        this.concerns = source["concerns"];
	        this.notes = source["notes"];
	        this.outcome = source["outcome"];
	        this.outcome_note = source["outcome_note"];
	        this.client_id = source["client_id"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	}
	export class Rule {
	    kind: string;
	    percent?: number;
	    points?: number;
	    below?: number;
	    better_only?: boolean;
	    words: string;
	    source: string;
	
	    static createFrom(source: any = {}) {
	        return new Rule(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.percent = source["percent"];
	        this.points = source["points"];
	        this.below = source["below"];
	        this.better_only = source["better_only"];
	        this.words = source["words"];
	        this.source = source["source"];
	    }
	}
	export class Scoring {
	    method: string;
	    min: number;
	    max: number;
	    better: string;
	
	    static createFrom(source: any = {}) {
	        return new Scoring(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.method = source["method"];
	        this.min = source["min"];
	        this.max = source["max"];
	        this.better = source["better"];
	    }
	}
	export class Item {
	    link_id: string;
	    text: string;
	    low: string;
	    high: string;
	    safety: boolean;
	    loinc: string;
	
	    static createFrom(source: any = {}) {
	        return new Item(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.link_id = source["link_id"];
	        this.text = source["text"];
	        this.low = source["low"];
	        this.high = source["high"];
	        this.safety = source["safety"];
	        this.loinc = source["loinc"];
	    }
	}
	export class Instrument {
	    id: string;
	    version: number;
	    title: string;
	    name: string;
	    about: string;
	    lead: string;
	    recall: string;
	    choices: Choice[];
	    items: Item[];
	    scoring: Scoring;
	    bands: Band[];
	    cutoffs: Cutoff[];
	    changes: Rule[];
	    loinc: string;
	    licence: string;
	    sources: string[];
	
	    static createFrom(source: any = {}) {
	        return new Instrument(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.version = source["version"];
	        this.title = source["title"];
	        this.name = source["name"];
	        this.about = source["about"];
	        this.lead = source["lead"];
	        this.recall = source["recall"];
	        this.choices = this.convertValues(source["choices"], Choice);
	        this.items = this.convertValues(source["items"], Item);
	        this.scoring = this.convertValues(source["scoring"], Scoring);
	        this.bands = this.convertValues(source["bands"], Band);
	        this.cutoffs = this.convertValues(source["cutoffs"], Cutoff);
	        this.changes = this.convertValues(source["changes"], Rule);
	        this.loinc = source["loinc"];
	        this.licence = source["licence"];
	        this.sources = source["sources"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class Judgement {
	    level: string;
	    findings: Finding[];
	
	    static createFrom(source: any = {}) {
	        return new Judgement(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.level = source["level"];
	        this.findings = this.convertValues(source["findings"], Finding);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class KeyMark {
	    word: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new KeyMark(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.word = source["word"];
	        this.text = source["text"];
	    }
	}
	export class LeavingCheck {
	    key: string;
	    label: string;
	    met: string;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new LeavingCheck(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.label = source["label"];
	        this.met = source["met"];
	        this.reason = source["reason"];
	    }
	}
	export class Leaving {
	    participant_id: string;
	    at: string;
	    ending: string;
	    checks: LeavingCheck[];
	    early_reason: string;
	    escort: Contact;
	    destination: string;
	    note: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Leaving(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.at = source["at"];
	        this.ending = source["ending"];
	        this.checks = this.convertValues(source["checks"], LeavingCheck);
	        this.early_reason = source["early_reason"];
	        this.escort = this.convertValues(source["escort"], Contact);
	        this.destination = source["destination"];
	        this.note = source["note"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class LeavingItem {
	    key: string;
	    label: string;
	
	    static createFrom(source: any = {}) {
	        return new LeavingItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.label = source["label"];
	    }
	}
	export class LeavingList {
	    items: LeavingItem[];
	
	    static createFrom(source: any = {}) {
	        return new LeavingList(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.items = this.convertValues(source["items"], LeavingItem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class LostStep {
	    callee: string;
	    text: string;
	    name: string;
	    number: string;
	    due: string;
	    done: boolean;
	    called_at: string;
	    reached: string;
	
	    static createFrom(source: any = {}) {
	        return new LostStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.callee = source["callee"];
	        this.text = source["text"];
	        this.name = source["name"];
	        this.number = source["number"];
	        this.due = source["due"];
	        this.done = source["done"];
	        this.called_at = source["called_at"];
	        this.reached = source["reached"];
	    }
	}
	export class LostPlan {
	    since: string;
	    steps: LostStep[];
	
	    static createFrom(source: any = {}) {
	        return new LostPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.since = source["since"];
	        this.steps = this.convertValues(source["steps"], LostStep);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class MarkSet {
	    key: string;
	    name: string;
	    marks: KeyMark[];
	    offered: boolean;
	
	    static createFrom(source: any = {}) {
	        return new MarkSet(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = source["name"];
	        this.marks = this.convertValues(source["marks"], KeyMark);
	        this.offered = source["offered"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MeasureRow {
	    instrument_id: string;
	    baseline: boolean;
	    before_dosing: boolean;
	    in_window: boolean;
	    reviews: boolean;
	
	    static createFrom(source: any = {}) {
	        return new MeasureRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.instrument_id = source["instrument_id"];
	        this.baseline = source["baseline"];
	        this.before_dosing = source["before_dosing"];
	        this.in_window = source["in_window"];
	        this.reviews = source["reviews"];
	    }
	}
	export class MeasurePlan {
	    rows: MeasureRow[];
	    days_before: number;
	
	    static createFrom(source: any = {}) {
	        return new MeasurePlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.rows = this.convertValues(source["rows"], MeasureRow);
	        this.days_before = source["days_before"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Medicine {
	    id: string;
	    client_id: string;
	    name: string;
	    dose: string;
	    schedule: string;
	    class: string;
	    prescribed_by: string;
	    ended_on: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Medicine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.name = source["name"];
	        this.dose = source["dose"];
	        this.schedule = source["schedule"];
	        this.class = source["class"];
	        this.prescribed_by = source["prescribed_by"];
	        this.ended_on = source["ended_on"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	}
	export class MedicineClass {
	    id: string;
	    label: string;
	
	    static createFrom(source: any = {}) {
	        return new MedicineClass(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.label = source["label"];
	    }
	}
	export class MethodList {
	    methods: string[];
	
	    static createFrom(source: any = {}) {
	        return new MethodList(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.methods = source["methods"];
	    }
	}
	export class Move {
	    id: string;
	    entry_id: string;
	    from: string;
	    to: string;
	    reason: string;
	    at: string;
	
	    static createFrom(source: any = {}) {
	        return new Move(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.entry_id = source["entry_id"];
	        this.from = source["from"];
	        this.to = source["to"];
	        this.reason = source["reason"];
	        this.at = source["at"];
	    }
	}
	export class NextCheck {
	    from: string;
	    due: string;
	    why: string;
	    step: string;
	
	    static createFrom(source: any = {}) {
	        return new NextCheck(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.due = source["due"];
	        this.why = source["why"];
	        this.step = source["step"];
	    }
	}
	export class Section {
	    key: string;
	    title: string;
	    placeholder: string;
	    body: string;
	
	    static createFrom(source: any = {}) {
	        return new Section(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.title = source["title"];
	        this.placeholder = source["placeholder"];
	        this.body = source["body"];
	    }
	}
	export class Note {
	    id: string;
	    participant_id: string;
	    kind: string;
	    sections: Section[];
	    risk: string;
	    risk_text: string;
	    methods: string[];
	    created_at: string;
	    updated_at: string;
	    version: number;
	    signed_at: string;
	    signed_zone: string;
	    signed_name: string;
	    signed_credential: string;
	    signed_license: string;
	    audit_head: string;
	    addenda: Addendum[];
	
	    static createFrom(source: any = {}) {
	        return new Note(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.participant_id = source["participant_id"];
	        this.kind = source["kind"];
	        this.sections = this.convertValues(source["sections"], Section);
	        this.risk = source["risk"];
	        this.risk_text = source["risk_text"];
	        this.methods = source["methods"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	        this.signed_at = source["signed_at"];
	        this.signed_zone = source["signed_zone"];
	        this.signed_name = source["signed_name"];
	        this.signed_credential = source["signed_credential"];
	        this.signed_license = source["signed_license"];
	        this.audit_head = source["audit_head"];
	        this.addenda = this.convertValues(source["addenda"], Addendum);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class NoteOutline {
	    kind: string;
	    format: string;
	    sections: Section[];
	
	    static createFrom(source: any = {}) {
	        return new NoteOutline(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.format = source["format"];
	        this.sections = this.convertValues(source["sections"], Section);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ObservationKind {
	    id: string;
	    label: string;
	    group: string;
	
	    static createFrom(source: any = {}) {
	        return new ObservationKind(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.label = source["label"];
	        this.group = source["group"];
	    }
	}
	export class Participant {
	    id: string;
	    client_id: string;
	
	    static createFrom(source: any = {}) {
	        return new Participant(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	    }
	}
	export class PhasePlan {
	    phase: string;
	    minutes: number;
	
	    static createFrom(source: any = {}) {
	        return new PhasePlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.phase = source["phase"];
	        this.minutes = source["minutes"];
	    }
	}
	export class PhaseRow {
	    phase: string;
	    label: string;
	    state: string;
	    at: string;
	    earliest: boolean;
	
	    static createFrom(source: any = {}) {
	        return new PhaseRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.phase = source["phase"];
	        this.label = source["label"];
	        this.state = source["state"];
	        this.at = source["at"];
	        this.earliest = source["earliest"];
	    }
	}
	export class Placeholder {
	    name: string;
	    means: string;
	
	    static createFrom(source: any = {}) {
	        return new Placeholder(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.means = source["means"];
	    }
	}
	export class Practice {
	    therapist_name: string;
	    credential: string;
	    license: string;
	    practice_name: string;
	    address: string;
	    phone: string;
	    email: string;
	    npi: string;
	    ein: string;
	    zone: string;
	
	    static createFrom(source: any = {}) {
	        return new Practice(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.therapist_name = source["therapist_name"];
	        this.credential = source["credential"];
	        this.license = source["license"];
	        this.practice_name = source["practice_name"];
	        this.address = source["address"];
	        this.phone = source["phone"];
	        this.email = source["email"];
	        this.npi = source["npi"];
	        this.ein = source["ein"];
	        this.zone = source["zone"];
	    }
	}
	export class PreparationForm {
	    client_id: string;
	    fears: string;
	    altered_states: string;
	    supports: string;
	    set_and_setting: string;
	    music: string;
	    eye_shades: string;
	    touch: string;
	    touch_agreement: string;
	    boundaries: string;
	    safety_plan: string;
	    fasting_hours: number;
	    ride_home: Contact;
	    medicines_reviewed: boolean;
	    completed_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new PreparationForm(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.client_id = source["client_id"];
	        this.fears = source["fears"];
	        this.altered_states = source["altered_states"];
	        this.supports = source["supports"];
	        this.set_and_setting = source["set_and_setting"];
	        this.music = source["music"];
	        this.eye_shades = source["eye_shades"];
	        this.touch = source["touch"];
	        this.touch_agreement = source["touch_agreement"];
	        this.boundaries = source["boundaries"];
	        this.safety_plan = source["safety_plan"];
	        this.fasting_hours = source["fasting_hours"];
	        this.ride_home = this.convertValues(source["ride_home"], Contact);
	        this.medicines_reviewed = source["medicines_reviewed"];
	        this.completed_at = source["completed_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PreparedLine {
	    label: string;
	    text: string;
	    client_words: boolean;
	
	    static createFrom(source: any = {}) {
	        return new PreparedLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.label = source["label"];
	        this.text = source["text"];
	        this.client_words = source["client_words"];
	    }
	}
	export class Prescriber {
	    id: string;
	    name: string;
	    credential: string;
	    organisation: string;
	    phone: string;
	    secure_fax: string;
	    email: string;
	    retired: boolean;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Prescriber(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.credential = source["credential"];
	        this.organisation = source["organisation"];
	        this.phone = source["phone"];
	        this.secure_fax = source["secure_fax"];
	        this.email = source["email"];
	        this.retired = source["retired"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	}
	export class Step {
	    key: string;
	    kind: string;
	    label: string;
	    state: string;
	    session_id: string;
	    follows_id: string;
	    at: string;
	    due_at: string;
	    when_text: string;
	    in_window: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Step(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.kind = source["kind"];
	        this.label = source["label"];
	        this.state = source["state"];
	        this.session_id = source["session_id"];
	        this.follows_id = source["follows_id"];
	        this.at = source["at"];
	        this.due_at = source["due_at"];
	        this.when_text = source["when_text"];
	        this.in_window = source["in_window"];
	    }
	}
	export class Progress {
	    steps: Step[];
	    dosings_done: number;
	    next?: Step;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new Progress(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.steps = this.convertValues(source["steps"], Step);
	        this.dosings_done = source["dosings_done"];
	        this.next = this.convertValues(source["next"], Step);
	        this.text = source["text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class PsychotherapyNote {
	    id: string;
	    client_id: string;
	    text: string;
	    created_at: string;
	    updated_at: string;
	
	    static createFrom(source: any = {}) {
	        return new PsychotherapyNote(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.text = source["text"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	    }
	}
	export class PsychotherapyRelease {
	    id: string;
	    client_id: string;
	    basis: string;
	    basis_text: string;
	    recipient: string;
	    note_ids: string[];
	    sha256: string;
	    released_at: string;
	
	    static createFrom(source: any = {}) {
	        return new PsychotherapyRelease(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.basis = source["basis"];
	        this.basis_text = source["basis_text"];
	        this.recipient = source["recipient"];
	        this.note_ids = source["note_ids"];
	        this.sha256 = source["sha256"];
	        this.released_at = source["released_at"];
	    }
	}
	export class QuickLine {
	    number: number;
	    reads: string;
	    wrong: string;
	
	    static createFrom(source: any = {}) {
	        return new QuickLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.number = source["number"];
	        this.reads = source["reads"];
	        this.wrong = source["wrong"];
	    }
	}
	export class Readiness {
	    participant_id: string;
	    client_id: string;
	    checks: Check[];
	    blocked: boolean;
	    summary: string;
	
	    static createFrom(source: any = {}) {
	        return new Readiness(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.participant_id = source["participant_id"];
	        this.client_id = source["client_id"];
	        this.checks = this.convertValues(source["checks"], Check);
	        this.blocked = source["blocked"];
	        this.summary = source["summary"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RecordsTerm {
	    days: number;
	    working: boolean;
	    extension_days: number;
	    source: string;
	
	    static createFrom(source: any = {}) {
	        return new RecordsTerm(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.days = source["days"];
	        this.working = source["working"];
	        this.extension_days = source["extension_days"];
	        this.source = source["source"];
	    }
	}
	export class RecordsRule {
	    key: string;
	    name: string;
	    inspection: RecordsTerm;
	    copies: RecordsTerm;
	    accounting: RecordsTerm;
	
	    static createFrom(source: any = {}) {
	        return new RecordsRule(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.name = source["name"];
	        this.inspection = this.convertValues(source["inspection"], RecordsTerm);
	        this.copies = this.convertValues(source["copies"], RecordsTerm);
	        this.accounting = this.convertValues(source["accounting"], RecordsTerm);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RecordsRequest {
	    id: string;
	    client_id: string;
	    asked_on: string;
	    asked_by: string;
	    asker: string;
	    asked_for: string;
	    what: string;
	    rule: RecordsRule;
	    due_on: string;
	    extended_on: string;
	    extended_to: string;
	    extended_why: string;
	    outcome: string;
	    answered_on: string;
	    released_what: string;
	    denied_what: string;
	    denied_why: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new RecordsRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.asked_on = source["asked_on"];
	        this.asked_by = source["asked_by"];
	        this.asker = source["asker"];
	        this.asked_for = source["asked_for"];
	        this.what = source["what"];
	        this.rule = this.convertValues(source["rule"], RecordsRule);
	        this.due_on = source["due_on"];
	        this.extended_on = source["extended_on"];
	        this.extended_to = source["extended_to"];
	        this.extended_why = source["extended_why"];
	        this.outcome = source["outcome"];
	        this.answered_on = source["answered_on"];
	        this.released_what = source["released_what"];
	        this.denied_what = source["denied_what"];
	        this.denied_why = source["denied_why"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class RequestAnswer {
	    outcome: string;
	    answered_on: string;
	    released_what: string;
	    denied_what: string;
	    denied_why: string;
	
	    static createFrom(source: any = {}) {
	        return new RequestAnswer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.outcome = source["outcome"];
	        this.answered_on = source["answered_on"];
	        this.released_what = source["released_what"];
	        this.denied_what = source["denied_what"];
	        this.denied_why = source["denied_why"];
	    }
	}
	export class Resolution {
	    id: string;
	    client_id: string;
	    flag: FlagRef;
	    reason: string;
	    created_at: string;
	
	    static createFrom(source: any = {}) {
	        return new Resolution(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.flag = this.convertValues(source["flag"], FlagRef);
	        this.reason = source["reason"];
	        this.created_at = source["created_at"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Response {
	    id: string;
	    client_id: string;
	    instrument: InstrumentRef;
	    answered_at: string;
	    zone: string;
	    by: string;
	    values: Record<string, number>;
	    score?: number;
	    finished_at: string;
	    struck_at: string;
	    struck_reason: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Response(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.instrument = this.convertValues(source["instrument"], InstrumentRef);
	        this.answered_at = source["answered_at"];
	        this.zone = source["zone"];
	        this.by = source["by"];
	        this.values = source["values"];
	        this.score = source["score"];
	        this.finished_at = source["finished_at"];
	        this.struck_at = source["struck_at"];
	        this.struck_reason = source["struck_reason"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Result {
	    total?: number;
	    band: string;
	    cutoff: string;
	    blank: string[];
	    risks: string[];
	
	    static createFrom(source: any = {}) {
	        return new Result(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.band = source["band"];
	        this.cutoff = source["cutoff"];
	        this.blank = source["blank"];
	        this.risks = source["risks"];
	    }
	}
	export class Revision {
	    note_id: string;
	    number: number;
	    kept_at: string;
	    sections: Section[];
	    risk: string;
	    risk_text: string;
	    methods: string[];
	
	    static createFrom(source: any = {}) {
	        return new Revision(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.note_id = source["note_id"];
	        this.number = source["number"];
	        this.kept_at = source["kept_at"];
	        this.sections = this.convertValues(source["sections"], Section);
	        this.risk = source["risk"];
	        this.risk_text = source["risk_text"];
	        this.methods = source["methods"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RiskReview {
	    id: string;
	    response_id: string;
	    link_id: string;
	    answer: number;
	    risk: string;
	    text: string;
	    safety_plan: string;
	    at: string;
	
	    static createFrom(source: any = {}) {
	        return new RiskReview(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.response_id = source["response_id"];
	        this.link_id = source["link_id"];
	        this.answer = source["answer"];
	        this.risk = source["risk"];
	        this.text = source["text"];
	        this.safety_plan = source["safety_plan"];
	        this.at = source["at"];
	    }
	}
	export class RiskLine {
	    response_id: string;
	    link_id: string;
	    item: string;
	    asked: string;
	    answer: number;
	    answer_text: string;
	    at: string;
	    date_text: string;
	    text: string;
	    struck_text: string;
	    review?: RiskReview;
	    review_text: string;
	    done_text: string;
	
	    static createFrom(source: any = {}) {
	        return new RiskLine(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.response_id = source["response_id"];
	        this.link_id = source["link_id"];
	        this.item = source["item"];
	        this.asked = source["asked"];
	        this.answer = source["answer"];
	        this.answer_text = source["answer_text"];
	        this.at = source["at"];
	        this.date_text = source["date_text"];
	        this.text = source["text"];
	        this.struck_text = source["struck_text"];
	        this.review = this.convertValues(source["review"], RiskReview);
	        this.review_text = source["review_text"];
	        this.done_text = source["done_text"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	export class ScreeningAnswer {
	    item_key: string;
	    question: string;
	    severity: string;
	    answer: string;
	    detail: string;
	    ask_prescriber: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ScreeningAnswer(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item_key = source["item_key"];
	        this.question = source["question"];
	        this.severity = source["severity"];
	        this.answer = source["answer"];
	        this.detail = source["detail"];
	        this.ask_prescriber = source["ask_prescriber"];
	    }
	}
	export class Screening {
	    id: string;
	    client_id: string;
	    answers: ScreeningAnswer[];
	    notes: string;
	    conclusion: string;
	    review_on: string;
	    completed_at: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Screening(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.client_id = source["client_id"];
	        this.answers = this.convertValues(source["answers"], ScreeningAnswer);
	        this.notes = source["notes"];
	        this.conclusion = source["conclusion"];
	        this.review_on = source["review_on"];
	        this.completed_at = source["completed_at"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class ScreeningChange {
	    item_key: string;
	    question: string;
	    before: string;
	    after: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new ScreeningChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.item_key = source["item_key"];
	        this.question = source["question"];
	        this.before = source["before"];
	        this.after = source["after"];
	        this.text = source["text"];
	    }
	}
	export class ScreeningItem {
	    key: string;
	    question: string;
	    severity: string;
	    source: string;
	    reason: string;
	    asked: boolean;
	
	    static createFrom(source: any = {}) {
	        return new ScreeningItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.question = source["question"];
	        this.severity = source["severity"];
	        this.source = source["source"];
	        this.reason = source["reason"];
	        this.asked = source["asked"];
	    }
	}
	
	export class Session {
	    id: string;
	    kind: string;
	    participants: Participant[];
	    planned_start: string;
	    planned_end: string;
	    actual_start: string;
	    actual_end: string;
	    zone: string;
	    place: string;
	    dosing_session_id: string;
	    contact: string;
	    cancelled_at: string;
	    created_at: string;
	    updated_at: string;
	    version: number;
	
	    static createFrom(source: any = {}) {
	        return new Session(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.participants = this.convertValues(source["participants"], Participant);
	        this.planned_start = source["planned_start"];
	        this.planned_end = source["planned_end"];
	        this.actual_start = source["actual_start"];
	        this.actual_end = source["actual_end"];
	        this.zone = source["zone"];
	        this.place = source["place"];
	        this.dosing_session_id = source["dosing_session_id"];
	        this.contact = source["contact"];
	        this.cancelled_at = source["cancelled_at"];
	        this.created_at = source["created_at"];
	        this.updated_at = source["updated_at"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class SessionPlan {
	    phases: PhasePlan[];
	    check_minutes: number[];
	
	    static createFrom(source: any = {}) {
	        return new SessionPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.phases = this.convertValues(source["phases"], PhasePlan);
	        this.check_minutes = source["check_minutes"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Settings {
	    auto_lock_minutes: number;
	    backup_folder: string;
	    backup_every_days: number;
	    backup_on_close: boolean;
	    backup_overdue_days: number;
	    window_hours: number;
	    first_stage_hours: number;
	    session_minutes: number;
	    dosing_minutes: number;
	    discharge_minutes: number;
	    fasting_hours: number;
	    lost_minutes: number;
	    screening_months: number;
	    notice_days: number;
	    retention_years: number;
	    retention_minor_years: number;
	    rest_minutes: number;
	    recheck_minutes: number;
	    cover_minutes: number;
	    hide_names: boolean;
	    single_keys: boolean;
	    key_map: Record<string, string>;
	    records_rule: string;
	
	    static createFrom(source: any = {}) {
	        return new Settings(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.auto_lock_minutes = source["auto_lock_minutes"];
	        this.backup_folder = source["backup_folder"];
	        this.backup_every_days = source["backup_every_days"];
	        this.backup_on_close = source["backup_on_close"];
	        this.backup_overdue_days = source["backup_overdue_days"];
	        this.window_hours = source["window_hours"];
	        this.first_stage_hours = source["first_stage_hours"];
	        this.session_minutes = source["session_minutes"];
	        this.dosing_minutes = source["dosing_minutes"];
	        this.discharge_minutes = source["discharge_minutes"];
	        this.fasting_hours = source["fasting_hours"];
	        this.lost_minutes = source["lost_minutes"];
	        this.screening_months = source["screening_months"];
	        this.notice_days = source["notice_days"];
	        this.retention_years = source["retention_years"];
	        this.retention_minor_years = source["retention_minor_years"];
	        this.rest_minutes = source["rest_minutes"];
	        this.recheck_minutes = source["recheck_minutes"];
	        this.cover_minutes = source["cover_minutes"];
	        this.hide_names = source["hide_names"];
	        this.single_keys = source["single_keys"];
	        this.key_map = source["key_map"];
	        this.records_rule = source["records_rule"];
	    }
	}
	
	export class Suggestion {
	    cpt: string;
	    why: string;
	    long: string;
	
	    static createFrom(source: any = {}) {
	        return new Suggestion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.cpt = source["cpt"];
	        this.why = source["why"];
	        this.long = source["long"];
	    }
	}
	export class VirtualItem {
	    key: string;
	    label: string;
	    missing: string;
	    there: boolean;
	
	    static createFrom(source: any = {}) {
	        return new VirtualItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.label = source["label"];
	        this.missing = source["missing"];
	        this.there = source["there"];
	    }
	}
	
	export class VitalSigns {
	    entry: Entry;
	    systolic_mmhg?: number;
	    diastolic_mmhg?: number;
	    heart_rate_bpm?: number;
	    spo2_percent?: number;
	    respiratory_rate_per_min?: number;
	    temperature_decicelsius?: number;
	    position: string;
	    taken_by: string;
	    note: string;
	
	    static createFrom(source: any = {}) {
	        return new VitalSigns(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.entry = this.convertValues(source["entry"], Entry);
	        this.systolic_mmhg = source["systolic_mmhg"];
	        this.diastolic_mmhg = source["diastolic_mmhg"];
	        this.heart_rate_bpm = source["heart_rate_bpm"];
	        this.spo2_percent = source["spo2_percent"];
	        this.respiratory_rate_per_min = source["respiratory_rate_per_min"];
	        this.temperature_decicelsius = source["temperature_decicelsius"];
	        this.position = source["position"];
	        this.taken_by = source["taken_by"];
	        this.note = source["note"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Window {
	    dosing_session_id: string;
	    client_id: string;
	    opens_at: string;
	    first_stage_ends_at: string;
	    closes_at: string;
	    met_at: string;
	    met_by_session_id: string;
	
	    static createFrom(source: any = {}) {
	        return new Window(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.dosing_session_id = source["dosing_session_id"];
	        this.client_id = source["client_id"];
	        this.opens_at = source["opens_at"];
	        this.first_stage_ends_at = source["first_stage_ends_at"];
	        this.closes_at = source["closes_at"];
	        this.met_at = source["met_at"];
	        this.met_by_session_id = source["met_by_session_id"];
	    }
	}

}

