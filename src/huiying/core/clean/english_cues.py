"""English words that stand beside private persons and public offices, and those that begin with a capital and are no names."""

from __future__ import annotations

ROLE = (
    r"nurse|resident|villager|patient|caller|parent|mum|dad|tenant|neighbou?r|student|"
    r"pupil|schoolboy|schoolgirl|teacher|driver|victim|suspect|passenger|shopkeeper|landlord|"
    r"landlady|wife|husband|son|daughter|"
    r"mother|father|sister|brother|grandmother|grandfather|grandson|granddaughter|nephew|"
    r"niece|uncle|aunt|cousin|widow|widower|owner|worker|farmer|fisherman|customer|complainant|"
    r"plaintiff|defendant|witness|"
    r"carer|cleaner|cyclist|pensioner|retiree|volunteer|plumber|electrician|builder|friend|"
    r"colleague|girlfriend|boyfriend|partner|babysitter|lodger|motorist|pedestrian|commuter|"
    r"engineer|technician|cashier|receptionist|pharmacist|paramedic|optician|physiotherapist|therapist|psychologist|vet|warden|"
    r"supervisor|foreman|bailiff|salesman|saleswoman|assistant|handyman|contractor|decorator|painter|instructor|trainer|stylist|"
    r"florist|fishmonger|shepherd|crofter|lifeguard|seller|buyer|dealer|occupant|occupier|housekeeper|refugee|veteran|soldier|"
    r"apprentice|trainee|intern|graduate|undergraduate|inmate|prisoner|donor|rescuer|orphan|passer-by|shopper|mechanic|waitress|waiter|"
    r"flatmate|roommate|housemate|classmate|schoolmate|workmate|teammate|"
    r"ayi|nanny|maid|(?:letting |estate |visa )?agent|(?:mother|father|sister|brother|son|daughter)-in-law|"
    r"step(?:son|daughter|mother|father|brother|sister)|fianc[ée]e?|husband-to-be|boss|tutor|coach|doctor|midwife|surgeon|dentist|GP|"
    r"caretaker|janitor|gardener|postman|postwoman|courier|chef|cook|baker|butcher|hairdresser|barber|beekeeper|trader|"
    r"stallholder|vendor|publican|applicant|appellant|respondent|claimant|petitioner|deceased|survivor|bystander|"
    r"onlooker|eyewitness|runner|hiker|walker|teenager|toddler|man|woman|boy|girl|grandad|nan|gran|granny|dad-of-\w+|"
    r"mum-of-\w+|homeowner|leaseholder|householder|smallholder|lecturer|tourist|guest|ratepayer|applicant|translator|roofer|joiner|"
    r"recruiter|manager|sales|usher|scaffolder|hygienist|seamstress|tailor|cobbler|typist|clerk at [a-z ]+|bricklayer|welder"
    r"|labourer|nursery worker|bus driver|grocer|bartender|barista|accountant|solicitor"
    r"|grower|guide|herdsman|herder|wrestler|archer|horseman|rider|farmhand|miner|cabbie|villager|porter|renter|host"
    r"|security guard|night guard|watchman|hawker|carpenter|bookkeeper|librarian|diner|swimmer|angler|migrant|deliveryman|surveyor"
    r"|orchardist|saver|photographer|passer by|tea picker|picker|repairman"
    r"|shop assistant|orderly|ward sister|caregiver|truck driver|lorry driver|taxi driver|scrap collector|street sweeper|sweeper"
    r"|electric bike rider|food courier|fitter|plasterer|glazier|mason|stonemason|potter|weaver|dyer|machinist|lathe hand"
    r"|dockworker|stevedore|docker|seaman|sailor|trawlerman|fish farmer|duck farmer|pig farmer|shepherdess|cowherd|goatherd"
    r"|hostess|skipper|deckhand|bargee|boatman|ferryman|helmsman|crewman|groom|bride|birdwatcher"
)
ROLES = frozenset(ROLE.replace("neighbou?r", "neighbour|neighbor").split("|"))
LOOSE_ROLES = frozenset(
    [
        "man",
        "woman",
        "boy",
        "girl",
        "guest",
        "boss",
        "coach",
        "runner",
        "walker",
        "cook",
        "baker",
        "butcher",
        "trader",
        "agent",
        "doctor",
        "vet",
        "dealer",
        "painter",
        "warden",
        "veteran",
        "soldier",
        "graduate",
        "intern",
        "guide",
        "host",
        "groom",
        "rider",
        "porter",
        "archer",
        "miner",
    ]
)
"""Words that are parts of names and headlines where they begin with a capital."""
OFFICE = (
    r"(?i:coroner|curator|bishop|vicar|reverend|rev|ambassador|mayor|director|secretary|spokes(?:man|woman|person)|governor"
    r"|chief|head(?:teacher|"
    r"master|mistress)?|president|principal|minister|commissioner|magistrate|deputy|judge|"
    r"inspector|sergeant|constable|officer|"
    r"superintendent|councillor|cllr|senator|official|premier|chair(?:man|woman|person)"
    r"?|captain|mp|clerk|alderman|sheriff|ombudsman|leader|registrar|w?pc|dc|ds|di|dci|pcso|sgt|insp|supt|dr? supt|"
    r"professor|author|novelist|poet|actor|actress|singer|footballer|"
    r"striker|founder|ceo|"
    r"historian|philosopher|composer|artist|presenter|astronaut|emperor|king|queen|prince(?:ss)?|saint|sir|dame|lord|lady|baroness)"
)
BODY = (
    r"(?i:bureau|committee|commission|department|authority|government|council|county|district|town(?:ship)?|office|hospital|school|college|"
    r"university|police|court|station|agency|administration|centre|center)"
)
CHARGE = (
    r"of|the|for|and|to|at|in|called|named|general|executive|officer|constable|inspector|secretary|council|county|city|town|township|local|"
    r"district|village|community|subdistrict|health|education|police|fire|board|school|management|administration|administrative|development|"
    r"reform|affairs|bureau|department|office|committee|commission|station|centre|center|supervision|regulation|market|water|resources|human|"
    r"social|civil|public|security|traffic|transport|transportation|housing|construction|finance|food|drug|safety|environment|environmental|"
    r"ecology|protection|planning|agriculture|agricultural|rural|tourism|culture|cultural|sports|heritage|relics|natural|emergency|disease|"
    r"control|party|branch|deputy|vice|municipal|provincial|hospital|grid|urban|labou?r|statistics|weather|meteorological|reservoir|forestry"
)
"""What holders of office are in charge of: director of the cultural relics management office."""
_NOT_NAMES = """
My Your His Her Our The This That These Those A An And Or But For If When In On At To Of With By From After Before Please Dear
Hello Hi County City Town Street Road River Park School Hospital Middle Primary High District Province Village Bridge Station
University College Company Group Bureau Police Hotel House Court Close Lane Avenue Council Church Hall Library Museum Market Bank
Building Centre Center Club Society Association Trust Committee Department Office Service Services Trains Train Bus Water Energy
Power Estate Farm Inn Arms January February March April May June July August September October November December Monday Tuesday
Wednesday Thursday Friday Saturday Sunday North South East West New Old Lake Valley Square Great Royal Saint Upper Lower National
General Customer Emergency Health Social Environment Crown Citizens Freedom Facebook Google Apple Microsoft Twitter Amazon Android
Windows Bay Gardens Grove Heights Terrace Tower Towers Plaza Mansions Gate Quay Wharf Hill Point View Villas Crescent Drive Way
Mews Row Place Cottage Cottages Ward Wing Lodge Terrace Rise Hospice Chapel Abbey Priory Marina Pier
Gym Cafe Salon Primary Academy Nursery Surgery Pharmacy Supermarket Festival Cup League Award Prize Theatre Gallery Studio Works
Fair Fete Fayre Carnival Parade Sale Medal Dock Docks Daniels Wines Brewery Cup Trophy Stand Pavilion Stadium Arena Bank Foods Motors
Catering Logistics Property Construction Technology Trading Chemical Chemicals Pharmaceutical Textile Textiles Electronics Industries
Industrial Holdings Development Engineering Media Insurance Express Delivery Kindergarten Clinic Farms Mill Mills Plant Reservoir Temple
Waterworks Steel Cement Dairy Environmental Machinery Tourism Mountain Mountains Spring Springs Beach Forest Creek Fruit Fruits Rivers
"""
NO_NAMES = frozenset(_NOT_NAMES.split())
