"""What names of Chinese places and bodies in English text look like: what they end in, what stands before that, and what is no name.

Tables are `key | phrases`, parted by semicolons; an indented line goes on where the one above it stopped.
"""

# Kind | the words a name of that kind ends in.
ENDINGS = """
county | county; city; district; prefecture; new area
town | town; township; subdistrict; sub-district
village | village; community; hamlet
road | road; street; avenue; lane; boulevard; expressway; tunnel; alley; highway
bridge | bridge
water | river; lake; reservoir; creek; canal; waterfall; bay; stream
mountain | mountain; mount; hill; peak; gorge; cave; ridge
estate |
  garden; gardens; residential compound; residential community; estate; residence; residences; court; mansion; apartments;
  housing estate
school | primary school; elementary school; middle school; high school; secondary school; junior high; school; vocational school
kindergarten | kindergarten; nursery; preschool
college | university; college; vocational college; institute
hospital | hospital; health centre; health center; clinic; township hospital; maternity hospital
home | nursing home; care home; retirement home; welfare home
company |
  company; co; corporation; group; factory; plant; chemical plant; paper mill; mill; mine; coal mine; colliery; cooperative;
  power station
zone | industrial park; development zone; industrial zone; chemical park; high-tech zone; economic zone; science park; industrial estate
site |
  scenic area; scenic spot; park; forest park; wetland park; square; plaza; market; wholesale market; supermarket; mall; hotel; tower;
  building; railway station; bus station; metro station; petrol station; toll station; service area; temple; museum; stadium;
  old street; ancient town; station; airport; wharf; night market; shopping mall; gymnasium
"""

# Words right before an ending that say only which kind it is; the word after "=" is the key both languages share.
MIDDLES = """
words |
  central=central; experimental=experimental; hope=hope; foreign; language=foreign language; bilingual=bilingual; people's=people;
  peoples=people; children's=children; maternal=maternal; maternity=maternal; child=maternal; health; care; traditional; chinese=tcm;
  medicine; tcm=tcm; dental=dental; eye=eye; mental=mental; international; vocational=vocational; special=special; and; &; chemical;
  textile; food; cement; paper; pharmaceutical; property; management; real; estate; construction; technology; machinery; garment;
  electronics; water; gas; power; group; ltd; limited; heating; bus; east=dong; west=xi; south=nan; north=bei; middle=zhong; railway;
  township; town; county; city; district; village
"""
# Capitalised words before an ending that are no name.
ORDINARY = frozenset(
    """
    a an the this that some any every each all one two three local old new big small rural urban public private state city county
    district village town township provincial municipal national central government chinese china former another other several many most
    near nearby outside inside at in on of to from by for with and or after before over under through across along into during as its
    their his her our your my main major busy residential housing school hospital clinic water power gas heating construction building
    property chemical industrial food paper textile garment vocational elementary primary middle high secondary junior senior boarding
    technical community health medical emergency nursing care bus train railway metro subway car taxi road street river lake bridge
    market shopping wholesale night wet farmers' petrol filling toll service waste treatment sewage polluted flooded closed shut
    collapsed damaged unfinished residents parents students pupils officials police court report reports says said residents' video
    watch how why what when where who no not up down out off man woman men women boy girl people mountain ancient historic scenic famous
    popular tourist wetland forest theme amusement nature children's elderly retirement pig chicken coal gold iron delivery courier
    express real estate trading technology same whole entire next last first
    """.split()  # noqa: SIM905 - prose is easier to check than a list of quoted words
)
